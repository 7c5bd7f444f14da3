import { Compass } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { focusNode } from '../../canvas/focus-node';
import type { Kind } from '../../catalog/kind';
import type { Command } from '../../kit/command';
import { CommandDialog } from '../../kit/CommandDialog';
import { useSessionStore } from '../../store/use-session';
import type { Place } from './place';
import { KindHelp } from '../help/KindHelp';
import { drawingGroups, editCommands } from './session-commands';

interface Props {
  /** what the mode around the canvas can do. */
  readonly actions: () => Promise<readonly Command[]>;
  readonly panels: readonly Command[];
  /** what else can be opened. */
  readonly places: () => Promise<readonly Place[]>;
  /** brings the canvas on the screen. */
  readonly onCanvas: () => void;
  readonly onClose: () => void;
}

/** Everything that can be done, found by its name. */
export function CommandPalette({ actions, panels, places, onCanvas, onClose }: Props) {
  const session = useSessionStore();
  const [arrived, setArrived] = useState<{ actions: readonly Command[]; places: readonly Place[] } | undefined>();
  const [help, setHelp] = useState<Kind | undefined>(undefined);
  const asked = useRef(false);
  const [fetching] = useState(() => Promise.all([actions(), places()]));
  useEffect(() => {
    let current = true;
    fetching.then(
      ([some, more]) => current && setArrived({ actions: some, places: more }),
      () => current && setArrived({ actions: [], places: [] }),
    );
    return () => {
      current = false;
    };
  }, [fetching]);
  if (help) return <KindHelp kind={help} onClose={onClose} />;
  if (!arrived) return null;
  const ways = {
    session,
    onCanvas,
    onNode: focusNode,
    onHelp: (kind: Kind) => {
      asked.current = true;
      setHelp(kind);
    },
  };
  return (
    <CommandDialog
      label="Commands"
      placeholder="Search actions, elements, resources, help"
      groups={[
        { title: 'Actions', commands: [...editCommands(ways), ...arrived.actions] },
        ...drawingGroups(ways),
        { title: 'Panels', commands: panels },
        {
          title: 'Open',
          searched: true,
          commands: arrived.places.map(({ id, title, detail, onGo }) => ({
            id,
            label: title,
            detail,
            words: 'open scenario',
            icon: <Compass />,
            onSelect: onGo,
          })),
        },
      ]}
      onClose={() => {
        // A page of help takes the place of the list.
        if (!asked.current) onClose();
      }}
    />
  );
}
