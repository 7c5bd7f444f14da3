import type { Command } from './command';
import type { MenuItem } from './menu-item';

/** The items of a menu as commands. Lines, headings and what is disabled are left out. */
export function commandsOf(items: readonly MenuItem[]): readonly Command[] {
  return items.flatMap((item) => {
    if (!('onSelect' in item) || item.disabled) return [];
    const { id, label, detail, icon, shortcut, onSelect } = item;
    if (typeof label !== 'string') return [];
    return [
      {
        id,
        label,
        icon,
        onSelect,
        ...(typeof detail === 'string' ? { detail } : {}),
        ...(shortcut === undefined ? {} : { shortcut }),
      },
    ];
  });
}
