import { ChartNoAxesGantt, SlidersHorizontal } from 'lucide-react';
import { commandsOf } from '../../kit/menu-commands';
import type { MenuItem } from '../../kit/menu-item';
import { CommandPalette } from '../../panels/commands/CommandPalette';
import type { Place } from '../../panels/commands/place';
import type { Bench, SideTab } from './bench';
import { DOCK_TABS, DOCK_TITLES } from './dock-tabs';

interface Props {
  readonly bench: Bench;
  /** what stands before the inspector. */
  readonly first: string;
  readonly items: () => Promise<readonly MenuItem[]>;
  readonly places: () => Promise<readonly Place[]>;
  readonly onClose: () => void;
}

/** The list of commands around a canvas: the menu, and every panel. */
export function BenchCommands({ bench, first, items, places, onClose }: Props) {
  const side = (tab: SideTab) => () => {
    bench.onSide(tab);
    bench.onSheet(tab);
    focusTab(`${first} and properties`);
  };
  return (
    <CommandPalette
      actions={async () => commandsOf(await items()).filter(({ id }) => id !== 'commands')}
      panels={[
        { id: 'first', label: first, icon: <SlidersHorizontal />, onSelect: side('first') },
        {
          id: 'inspector',
          label: 'Inspector',
          words: 'properties',
          icon: <SlidersHorizontal />,
          onSelect: side('inspector'),
        },
        ...DOCK_TABS.map((id) => ({
          id,
          label: DOCK_TITLES[id],
          detail: 'Analysis',
          icon: <ChartNoAxesGantt />,
          onSelect: () => {
            bench.show(id);
            focusTab('Analysis');
          },
        })),
      ]}
      places={places}
      onCanvas={() => bench.onSheet(undefined)}
      onClose={onClose}
    />
  );
}

/** Puts the focus on the open tab of a list, where the screen has it. */
function focusTab(list: string): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[role="tablist"][aria-label="${list}"] [role="tab"][aria-selected="true"]`)
      ?.focus(),
  );
}
