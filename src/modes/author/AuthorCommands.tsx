import { ListChecks, Play, SlidersHorizontal } from 'lucide-react';
import type { Command } from '../../kit/command';
import { commandsOf } from '../../kit/menu-commands';
import type { MenuItem } from '../../kit/menu-item';
import { CommandPalette } from '../../panels/commands/CommandPalette';
import type { Place } from '../../panels/commands/place';
import { useAuthor } from '../../store/use-author';
import { SessionProvider } from '../../store/use-session';
import { VIEWS, type DrawTab, type View } from './navigation';

const TABS: Readonly<Record<DrawTab, string>> = {
  inspector: 'Inspector',
  goals: 'Goals',
  design: 'Design',
  missing: 'Missing',
};
const DRAW_TABS: readonly DrawTab[] = ['inspector', 'goals', 'design', 'missing'];

interface Props {
  readonly items: readonly MenuItem[];
  readonly places: () => Promise<readonly Place[]>;
  readonly onView: (view: View) => void;
  readonly onTab: (tab: DrawTab) => void;
  readonly onProve: () => void;
  readonly onClose: () => void;
}

/** The list of commands of author mode: its views, and all that can be done with the drawing that is shown. */
export function AuthorCommands({ items, places, onView, onTab, onProve, onClose }: Props) {
  const session = useAuthor((state) => state.session);
  const prove: Command = {
    id: 'prove',
    label: 'Prove the scenario',
    icon: <Play />,
    onSelect: () => {
      onView('prove');
      onProve();
    },
  };
  const actions = () => Promise.resolve([prove, ...commandsOf(items).filter(({ id }) => id !== 'commands')]);
  return (
    <SessionProvider session={session}>
      <CommandPalette
        actions={actions}
        panels={[
          ...VIEWS.map(({ id, label }) => ({
            id,
            label,
            detail: 'View',
            icon: <ListChecks />,
            onSelect: () => onView(id),
          })),
          ...DRAW_TABS.map((id) => ({
            id: `tab ${id}`,
            label: TABS[id],
            detail: 'Beside the drawing',
            icon: <SlidersHorizontal />,
            onSelect: () => {
              onView('draw');
              onTab(id);
            },
          })),
        ]}
        places={places}
        onCanvas={() => onView('draw')}
        onClose={onClose}
      />
    </SessionProvider>
  );
}
