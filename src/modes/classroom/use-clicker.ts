import { useEffect } from 'react';
import type { Press } from '../../model/classroom';

/** The keys that a presenter's remote sends. */
const KEYS: Readonly<Record<string, Press>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  b: 'black',
  B: 'black',
  '.': 'black',
};

/** Parts of the page in which these keys mean something else. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="tablist"], [role="slider"], [role="separator"], [role="toolbar"]';

/** Tells what a clicker, or the same keys on the keyboard, asks for. */
export function useClicker(press: (press: Press) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return;
      const asked = KEYS[event.key];
      if (!asked) return;
      event.preventDefault();
      press(asked);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [press]);
}
