export interface Page {
  /** Runs `work` when the page is about to go away or out of sight; the answer stops that. */
  onHide(work: () => void): () => void;
}

export const browserPage: Page = {
  onHide(work) {
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') work();
    };
    // Phones end a page in the background without `pagehide`, so both are needed.
    document.addEventListener('visibilitychange', whenHidden);
    window.addEventListener('pagehide', work);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      window.removeEventListener('pagehide', work);
    };
  },
};

/** Runs `work` when the window closes or goes to another page, not when it is only out of sight. */
export function onLeave(work: () => void): () => void {
  window.addEventListener('pagehide', work);
  return () => window.removeEventListener('pagehide', work);
}
