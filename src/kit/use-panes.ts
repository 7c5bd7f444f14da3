import { useEffect } from 'react';

/** Milliseconds: whoever closes a dialog or a menu gives the focus back within them. */
const PATIENCE = 80;
const CURRENT = '[role="tab"][aria-selected="true"], [role="button"][aria-pressed="true"]';
const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [tabindex="0"]';

/**
 * F6 goes from part to part of the screen (`data-pane`), with Shift backwards. And when what had the focus goes away,
 * the focus stays in its part instead of falling back to the top of the page.
 */
export function usePanes(): void {
  useEffect(() => {
    const places = new WeakMap<Element, HTMLElement>();
    let last: Element | undefined;
    let lastPane: HTMLElement | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const enter = (pane: HTMLElement): void => {
      const before = places.get(pane);
      const ways = [
        // The selection of the canvas and the chosen tab say more than where the focus was.
        before?.isConnected && before.role !== 'button' && before.role !== 'tab' ? before : undefined,
        pane.querySelector<HTMLElement>(CURRENT),
        pane.querySelector<HTMLElement>(FOCUSABLE),
      ];
      for (const way of ways) {
        way?.focus();
        if (pane.contains(document.activeElement)) return;
      }
    };
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      last = target;
      // A dialog belongs to the part from which it was opened.
      const pane = target.closest<HTMLElement>('[data-pane]');
      if (!pane) return;
      lastPane = pane;
      if (target instanceof HTMLElement) places.set(pane, target);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')];
      const at = panes.findIndex((pane) => pane.contains(document.activeElement));
      const next = event.shiftKey ? (at < 0 ? -1 : at - 1) : at + 1;
      const pane = panes.at(next % panes.length);
      if (pane) enter(pane);
    };
    const keep = (): void => {
      const gone = last !== undefined && !last.isConnected && document.activeElement === document.body;
      if (gone && lastPane?.isConnected) enter(lastPane);
    };
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      if (document.activeElement === document.body) timer = setTimeout(keep, PATIENCE);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
