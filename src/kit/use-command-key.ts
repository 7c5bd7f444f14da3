import { useEffect } from 'react';

/** Ctrl or Cmd and K, also while somebody writes; not above a dialog. */
export function useCommandKey(onCommand: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return;
      if (!(event.ctrlKey || event.metaKey) || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      onCommand();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onCommand]);
}
