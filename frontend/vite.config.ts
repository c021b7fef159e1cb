import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { outlines } from "./scripts/outlines.ts";

const DIST = fileURLToPath(new URL("../src/dateline/web/static/dist", import.meta.url));

/** The outlines beside the scripts, for the drawn map and for the live one. */
const outlinesFile: Plugin = {
  name: "dateline-outlines",
  apply: "build",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "outlines.json", source: outlines() });
  },
};

export default defineConfig({
  base: "/static/dist/",
  plugins: [outlinesFile],
  publicDir: false,
  build: {
    outDir: DIST,
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: "src/main.ts",
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: "[name]-[hash][extname]",
      },
    },
  },
  worker: { format: "es" },
});
