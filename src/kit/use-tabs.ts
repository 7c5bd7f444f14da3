import { useId, type KeyboardEvent, type MouseEvent } from 'react';

interface TabsSetting {
  /** in the order of the tabs. */
  readonly ids: readonly string[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly orientation?: 'horizontal' | 'vertical';
}

/**
 * The tabs pattern of WAI-ARIA: the list is one stop for the keyboard, arrows go round in it, Home and End to its ends,
 * and the tab with the focus is the open one. Gives the attributes of the list, its tabs and their panels.
 */
export function useTabs({ ids, value, onChange, orientation = 'horizontal' }: TabsSetting) {
  const base = useId();
  const [back, on] = orientation === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  const stop = ids.includes(value) ? value : ids[0];
  const choose = (id: string) => {
    if (id !== value) onChange(id);
  };
  return {
    list: {
      role: 'tablist',
      'aria-orientation': orientation,
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
        const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
        const at = tabs.findIndex((tab) => tab === event.target);
        if (at < 0) return;
        const next = { [back]: at - 1, [on]: (at + 1) % tabs.length, Home: 0, End: -1 }[event.key];
        if (next === undefined) return;
        event.preventDefault();
        tabs.at(next)?.focus();
      },
    },
    tab: (id: string) => ({
      type: 'button' as const,
      role: 'tab',
      id: `${base}-tab-${id}`,
      'aria-controls': `${base}-panel-${id}`,
      'aria-selected': id === value,
      tabIndex: id === stop ? 0 : -1,
      onClick: () => choose(id),
      onFocus: () => choose(id),
      onMouseDown(event: MouseEvent) {
        // Another button than the first must not take the focus, which would open the tab.
        if (event.button !== 0 || event.ctrlKey) event.preventDefault();
      },
    }),
    /** Panels of closed tabs stay in the page, empty, for `aria-controls`. */
    panel: (id: string) => ({
      role: 'tabpanel',
      id: `${base}-panel-${id}`,
      'aria-labelledby': `${base}-tab-${id}`,
      hidden: id !== value,
    }),
  };
}
