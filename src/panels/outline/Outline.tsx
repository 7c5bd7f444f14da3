import { ChevronDown, ChevronRight, ListTree, Lock } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { KindIcon } from '../../catalog/icons';
import { remove } from '../../game/commands/remove';
import { edgesOf } from '../../game/references';
import { EmptyState } from '../../kit/EmptyState';
import type { NodeId } from '../../model/diagram';
import { useSession } from '../../store/use-session';
import { OutlineTools } from './OutlineTools';
import { outlineOf } from './outline-tree';
import type { OutlineRow } from './outline-tree';
import styles from './outline.module.css';

/** The canvas as a tree: everything that can be done there can be done here, with the same commands. */
export function Outline() {
  const diagram = useSession((state) => state.diagram);
  const catalog = useSession((state) => state.catalog);
  const selection = useSession((state) => state.selection);
  const actions = useSession((state) => state.actions);
  const [closed, setClosed] = useState<ReadonlySet<NodeId>>(() => new Set());
  const [renaming, setRenaming] = useState<NodeId | undefined>(undefined);
  const tree = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => outlineOf(diagram, catalog, closed), [diagram, catalog, closed]);
  const edges = useMemo(() => edgesOf(diagram, catalog), [diagram, catalog]);
  const current = rows.find((row) => row.node.id === selection[0]) ?? rows[0];

  const setOpen = (id: NodeId, open: boolean): void =>
    setClosed((before) => new Set(open ? [...before].filter((one) => one !== id) : [...before, id]));
  const focus = (row: OutlineRow | undefined): void => {
    if (!row) return;
    actions.select([row.node.id]);
    tree.current?.querySelector<HTMLElement>(`[data-row="${row.node.id}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, row: OutlineRow): void => {
    if (event.target !== event.currentTarget) return;
    const at = rows.indexOf(row);
    const parent = rows.find((one) => one.node.id === row.node.parent);
    const isOpen = row.hasChildren && !closed.has(row.node.id);
    if (event.key === 'ArrowDown') focus(rows[at + 1]);
    else if (event.key === 'ArrowUp') focus(rows[at - 1]);
    else if (event.key === 'Home') focus(rows[0]);
    else if (event.key === 'End') focus(rows[rows.length - 1]);
    else if (event.key === 'ArrowRight' && row.hasChildren) isOpen ? focus(rows[at + 1]) : setOpen(row.node.id, true);
    else if (event.key === 'ArrowLeft') isOpen ? setOpen(row.node.id, false) : focus(parent);
    else if (event.key === 'F2') setRenaming(row.node.id);
    else if (event.key === 'Enter' || event.key === ' ') actions.select([row.node.id]);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      focus(rows[at + 1] ?? rows[at - 1]);
      actions.run((now, kinds) => remove(now, kinds, { ids: [row.node.id] }));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className={styles.panel} aria-label="Outline">
      <OutlineTools
        node={diagram.nodes[selection[0] ?? '']}
        renaming={renaming !== undefined}
        onRenaming={setRenaming}
      />
      {rows.length === 0 ? (
        <EmptyState icon={<ListTree />} title="The canvas is empty">
          Add a first element with the button above, or from the palette.
        </EmptyState>
      ) : (
        <ul ref={tree} role="tree" className={styles.tree} aria-label="Elements of the diagram">
          {rows.map((row) => {
            const { node } = row;
            const mine = edges.filter((edge) => edge.from === node.id);
            return (
              <li
                key={node.id}
                role="treeitem"
                data-row={node.id}
                data-category={catalog.get(node.kind)?.category}
                aria-level={row.level}
                aria-posinset={row.position}
                aria-setsize={row.siblings}
                aria-expanded={row.hasChildren ? !closed.has(node.id) : undefined}
                aria-selected={selection.includes(node.id)}
                tabIndex={row === current ? 0 : -1}
                style={{ paddingLeft: `${(row.level - 1) * 18 + 8}px` }}
                onKeyDown={(event) => onKeyDown(event, row)}
                onClick={() => actions.select([node.id])}
              >
                {row.hasChildren ? (
                  <span
                    className={styles.twist}
                    aria-hidden="true"
                    onClick={(event) => {
                      event.stopPropagation();
                      setOpen(node.id, closed.has(node.id));
                    }}
                  >
                    {closed.has(node.id) ? <ChevronRight /> : <ChevronDown />}
                  </span>
                ) : (
                  <span className={styles.twist} />
                )}
                <span className={styles.icon}>
                  <KindIcon kind={node.kind} size={16} />
                </span>
                <span className={styles.name}>{node.name}</span>
                <span className={styles.kind}>{catalog.get(node.kind)?.title ?? node.kind}</span>
                {node.locked ? <Lock className={styles.lock} aria-label="Given by the scenario" /> : null}
                <span className={styles.edges}>
                  {mine
                    .slice(0, 3)
                    .map((edge) => `${edge.label} ${diagram.nodes[edge.to]?.name ?? edge.to}`)
                    .join(' · ')}
                  {mine.length > 3 ? ` and ${mine.length - 3} more` : ''}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
