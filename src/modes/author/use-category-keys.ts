import { useEffect } from 'react';
import { CATEGORIES, type Category } from '../../catalog/kind';

/** Digits open a drawer of the palette, as in play. */
export function useCategoryKeys(onCategory: (category: Category) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const category = /^[1-8]$/.test(event.key) ? CATEGORIES[Number(event.key) - 1] : undefined;
      if (category === undefined || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      onCategory(category);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onCategory]);
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
