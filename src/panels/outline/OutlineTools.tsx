import { ArrowRightLeft, FolderInput, Pencil, Plus, Trash2, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { connect, disconnect } from '../../game/commands/connect';
import { rename } from '../../game/commands/fields';
import { moveNodes } from '../../game/commands/move';
import { remove } from '../../game/commands/remove';
import { legalContainers, legalTargets } from '../../game/legal';
import { ACCOUNT, admits } from '../../game/placement';
import { edgesOf } from '../../game/references';
import { isInside } from '../../game/tree';
import { Button } from '../../kit/Button';
import { Menu } from '../../kit/Menu';
import type { MenuItem } from '../../kit/menu-item';
import { TextInput } from '../../kit/TextInput';
import type { DiagramNode, NodeId } from '../../model/diagram';
import { useSession, useSessionStore } from '../../store/use-session';
import { CATEGORY_TITLES } from '../../catalog/category-titles';
import { freeSpot, placeKind } from '../placing/place-kind';
import styles from './outline.module.css';

interface Props {
  /** the selected element. */
  readonly node: DiagramNode | undefined;
  readonly renaming: boolean;
  readonly onRenaming: (id: NodeId | undefined) => void;
}

/** Add, connect, nest, rename, delete: what can be done with the selected element, as menus of legal choices. */
export function OutlineTools({ node, renaming, onRenaming }: Props) {
  const store = useSessionStore();
  const { diagram, catalog, scenario, actions } = useSession((state) => ({
    diagram: state.diagram,
    catalog: state.catalog,
    scenario: state.scenario,
    actions: state.actions,
  }));
  const allowed = [...catalog.values()].filter((kind) => scenario.allowedKinds.includes(kind.id));
  const locked = node?.locked === true;
  const nameOf = (id: NodeId): string => diagram.nodes[id]?.name ?? id;

  const adds: MenuItem[] = Object.entries(CATEGORY_TITLES).flatMap(([category, title]): MenuItem[] => {
    const kinds = allowed.filter((kind) => kind.category === category && admits(catalog, kind, node));
    return kinds.length === 0
      ? []
      : [
          { id: category, heading: title },
          ...kinds.map((kind) => ({
            id: kind.id,
            label: kind.title,
            onSelect: () => placeKind(store.getState(), kind.id, node?.id ?? null),
          })),
        ];
  });
  const targets: MenuItem[] = node
    ? legalTargets(diagram, catalog, node.id).map(({ link, target }) => ({
        id: `${link.field}-${target}`,
        label: `${link.label} ${nameOf(target)}`,
        detail: link.field,
        onSelect: () =>
          actions.run((now, kinds) => connect(now, kinds, { from: node.id, field: link.field, to: target })),
      }))
    : [];
  const edges: MenuItem[] = node
    ? edgesOf(diagram, catalog)
        .filter((edge) => edge.from === node.id)
        .map((edge) => ({
          id: edge.id,
          label: `${edge.label} ${nameOf(edge.to)}`,
          detail: edge.field,
          onSelect: () => actions.run((now, kinds) => disconnect(now, kinds, { from: node.id, field: edge.field })),
        }))
    : [];
  const places: MenuItem[] = node
    ? legalContainers(diagram, catalog, node.kind)
        .filter((id) =>
          id === ACCOUNT ? node.parent !== undefined : id !== node.parent && !isInside(diagram, id, node.id),
        )
        .map((id) => ({
          id,
          label: id === ACCOUNT ? 'The account' : nameOf(id),
          onSelect: () => {
            const parent = id === ACCOUNT ? null : id;
            const position = freeSpot(diagram, catalog, node.kind, parent ?? undefined);
            actions.run((now, kinds) => moveNodes(now, kinds, { moves: [{ id: node.id, position, parent }] }));
          },
        }))
    : [];

  if (renaming && node && !locked) {
    return (
      <div className={styles.tools}>
        <TextInput
          autoFocus
          fieldSize="sm"
          aria-label={`New name of ${node.name}`}
          value={node.name}
          commit="blur"
          maxLength={128}
          onChange={(name) => actions.run((now, kinds) => rename(now, kinds, { node: node.id, name }))}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') onRenaming(undefined);
          }}
          onBlur={() => onRenaming(undefined)}
        />
      </div>
    );
  }
  return (
    <div
      className={styles.tools}
      role="toolbar"
      aria-label={node ? `Actions for ${node.name}` : 'Actions for the account'}
    >
      <Tool items={adds} icon={<Plus />} words={node ? `Add inside ${node.name}` : 'Add to the account'} />
      <Tool items={targets} icon={<ArrowRightLeft />} words="Connect" off={locked} />
      <Tool items={edges} icon={<Unplug />} words="Disconnect" off={locked} />
      <Tool items={places} icon={<FolderInput />} words="Move into" off={locked} />
      <Button
        size="sm"
        variant="ghost"
        icon={<Pencil />}
        disabled={!node || locked}
        onClick={() => onRenaming(node?.id)}
      >
        Rename
      </Button>
      <Button
        size="sm"
        variant="ghost"
        icon={<Trash2 />}
        disabled={!node || locked}
        onClick={() => node && actions.run((now, kinds) => remove(now, kinds, { ids: [node.id] }))}
      >
        Delete
      </Button>
      {node ? (
        <Button size="sm" variant="ghost" onClick={() => actions.select([])}>
          Select the account
        </Button>
      ) : null}
    </div>
  );
}

function Tool({
  items,
  icon,
  words,
  off,
}: {
  items: readonly MenuItem[];
  icon: ReactNode;
  words: string;
  off?: boolean;
}) {
  return (
    <Menu items={items}>
      <Button size="sm" variant="ghost" icon={icon} disabled={off === true || items.length === 0}>
        {words}
      </Button>
    </Menu>
  );
}
