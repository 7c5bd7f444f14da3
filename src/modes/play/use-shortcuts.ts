import { useEffect } from 'react';
import { CATEGORIES } from '../../catalog/kind';
import type { Category } from '../../catalog/kind';
import { useSessionStore } from '../../store/use-session';

interface Shortcuts {
  readonly onCategory: (category: Category) => void;
  readonly onHelp: () => void;
}

/** Keys that work everywhere in play mode. The canvas has its own for moving and connecting. */
export function useShortcuts({ onCategory, onHelp }: Shortcuts): void {
  const store = useSessionStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      const { actions } = store.getState();
      const mod = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (mod && key === 'z') (event.shiftKey ? actions.redo : actions.undo)();
      else if (mod && key === 'y') actions.redo();
      else if (mod || event.altKey || isTyping(event.target)) return;
      else if (key === '?') onHelp();
      else {
        const category = /^[1-8]$/.test(key) ? CATEGORIES[Number(key) - 1] : undefined;
        if (category === undefined) return;
        onCategory(category);
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, onCategory, onHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
