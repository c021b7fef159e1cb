/** What a browser with scripts adds to pages that are complete without them. */
import { controls } from "./controls";
import { liveMaps } from "./map";
import { review } from "./review";

controls(document);
review(document);
liveMaps(document);
