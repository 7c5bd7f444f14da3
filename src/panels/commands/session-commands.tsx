import { BookOpenText, CopyPlus, MousePointerClick, Play, Redo2, Trash2, Undo2 } from 'lucide-react';
import { duplicate } from '../../canvas/clip';
import { removeSelected } from '../../canvas/remove-selected';
import { KindIcon } from '../../catalog/icons';
import type { Kind } from '../../catalog/kind';
import { isPredicting } from '../../game/predict-play';
import { nodeOf, nodesOf } from '../../game/tree';
import type { Command, CommandGroup } from '../../kit/command';
import type { DiagramNode, NodeId } from '../../model/diagram';
import type { Session } from '../../store/state';
import type { SessionStore } from '../../store/session';
import { paletteOf } from '../palette/palette-groups';
import { placeKind } from '../placing/place-kind';
import { traceGroups } from '../trace/trace-groups';

interface Ways {
  readonly session: SessionStore;
  /** brings the canvas on the screen, where something else is on it. */
  readonly onCanvas: () => void;
  /** gives the focus to an element on the canvas. */
  readonly onNode: (id: NodeId) => void;
  readonly onHelp: (kind: Kind) => void;
}

/** What can be done with the drawing itself, at this moment. */
export function editCommands({ session, onNode }: Ways): Command[] {
  const { canUndo, canRedo, selection, frozen, diagram, actions } = session.getState();
  const some = selection.length > 0 && !frozen;
  const named = selection.flatMap((id) => nodeOf(diagram, id)?.name ?? []).join(', ');
  const selected = (): NodeId | undefined => session.getState().selection[0];
  return [
    ...(canUndo ? [{ id: 'undo', label: 'Undo', icon: <Undo2 />, shortcut: 'Mod+Z', onSelect: actions.undo }] : []),
    ...(canRedo
      ? [{ id: 'redo', label: 'Redo', icon: <Redo2 />, shortcut: 'Mod+Shift+Z', onSelect: actions.redo }]
      : []),
    ...(some
      ? [
          {
            id: 'duplicate',
            label: 'Duplicate',
            detail: named,
            icon: <CopyPlus />,
            shortcut: 'Mod+D',
            onSelect: () => {
              duplicate(session.getState());
              const first = selected();
              if (first !== undefined) onNode(first);
            },
          },
          {
            id: 'delete',
            label: 'Delete',
            detail: named,
            words: 'remove',
            icon: <Trash2 />,
            shortcut: 'Delete',
            onSelect: () => removeSelected(session.getState(), undefined),
          },
        ]
      : []),
    ...(nodesOf(diagram).length > 0
      ? [
          {
            id: 'all',
            label: 'Select everything',
            icon: <MousePointerClick />,
            shortcut: 'Mod+A',
            onSelect: () => actions.select(nodesOf(session.getState().diagram).map(({ id }) => id)),
          },
        ]
      : []),
  ];
}

/** Elements to go to, traces to play, kinds to add, and a page of help for each kind. */
export function drawingGroups(ways: Ways): CommandGroup[] {
  const state = ways.session.getState();
  const kinds = [...state.catalog.values()].sort((a, b) => a.title.localeCompare(b.title));
  return [
    { title: 'Go to', commands: nodesOf(state.diagram).map((node) => elementCommand(state, node, ways)) },
    { title: 'Add', searched: true, commands: state.frozen ? [] : additions(state, ways) },
    { title: 'Play a trace', searched: true, commands: traces(state) },
    {
      title: 'Help',
      searched: true,
      commands: kinds.map((kind) => ({
        id: kind.id,
        label: kind.title,
        detail: 'What people get wrong',
        words: 'help documentation',
        icon: <BookOpenText />,
        onSelect: () => ways.onHelp(kind),
      })),
    },
  ];
}

function elementCommand(
  { diagram, catalog }: Session,
  node: DiagramNode,
  { session, onCanvas, onNode }: Ways,
): Command {
  const within = node.parent === undefined ? undefined : nodeOf(diagram, node.parent)?.name;
  const title = catalog.get(node.kind)?.title ?? node.kind;
  return {
    id: node.id,
    label: node.name,
    detail: within === undefined ? title : `${title} in ${within}`,
    words: 'go to',
    icon: <KindIcon kind={node.kind} size={16} />,
    onSelect: () => {
      onCanvas();
      session.getState().actions.select([node.id]);
      onNode(node.id);
    },
  };
}

function additions({ catalog, scenario }: Session, { session, onCanvas, onNode }: Ways): Command[] {
  return paletteOf(catalog, scenario.allowedKinds, '').flatMap(({ title, items }) =>
    items.map(({ kind }) => ({
      id: kind.id,
      label: kind.title,
      detail: title,
      words: `add ${kind.id}`,
      icon: <KindIcon kind={kind.id} size={16} />,
      onSelect: () => {
        onCanvas();
        const before = session.getState().diagram;
        placeKind(session.getState(), kind.id);
        const { diagram, selection } = session.getState();
        if (diagram !== before && selection[0] !== undefined) onNode(selection[0]);
      },
    })),
  );
}

function traces({ facts, report, actions }: Session): Command[] {
  if (!facts || isPredicting(report)) return [];
  return traceGroups(facts).flatMap(({ entries }, group) =>
    entries.map(({ title, trace }, index) => ({
      id: `${group}.${index}`,
      label: title,
      detail: trace.allowed ? 'Succeeds' : 'Fails',
      words: 'trace play request',
      icon: <Play />,
      onSelect: () => actions.play(trace),
    })),
  );
}
