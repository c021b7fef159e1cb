export function livenUp(_figure: HTMLElement): Promise<void> {
  return Promise.resolve();
}
