/** Opens another page of the game in a window of its own; the same name finds the same window again. */
export function openWindow(hash: string, name: string): void {
  window.open(`${window.location.pathname}${hash}`, name);
}

/** Fills the screen with this window, or leaves that again. Browsers that refuse stay as they are. */
export function toggleFullScreen(): void {
  const leave = document.fullscreenElement !== null;
  const done = leave ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}

/** A name for this window that no other one has. */
export function windowName(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join('-');
}

/** The address of the game, without what follows `#`. */
export function pageAddress(): string {
  return window.location.href.replace(/#.*$/, '');
}
