import { useMemo } from 'react';
import { layout } from '../../canvas/auto-layout';
import { SMALLEST } from '../../canvas/geometry';
import { catalog } from '../../catalog/index';
import { bringIn } from '../../game/template/bring-in';
import { importTemplate } from '../../game/template/import-template';
import type { Ignored } from '../../game/template/outcome';
import { count } from '../../game/words';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import type { Diagram } from '../../model/diagram';
import { useSession } from '../../store/use-session';
import type { TemplateFile } from './template-file';
import styles from './template.module.css';

interface Props {
  readonly file: TemplateFile;
  readonly onClose: () => void;
}

/** What a template becomes, and what is not taken along, before it takes the place of the drawing. */
export function ImportTemplateDialog({ file, onClose }: Props) {
  const scenario = useSession((state) => state.scenario);
  const now = useSession((state) => state.diagram);
  const actions = useSession((state) => state.actions);
  const read = useMemo(() => importTemplate(file.text, catalog, scenario.account), [file, scenario]);
  const brought = useMemo(() => bringIn(now, read.diagram, catalog, scenario.allowedKinds), [now, read, scenario]);
  const size = Object.keys(brought.diagram.nodes).length;
  const failed = read.problems.length > 0;
  const groups = grouped([
    ...brought.left.map(({ name, reason }) => ({ place: name, reason })),
    ...read.ignored.map((one) => ({ place: placeOf(one), reason: one.reason })),
  ]);
  const take = (): void => {
    actions.load(
      read.placed ? brought.diagram : tidied(brought.diagram),
      `${file.name} is on the canvas. Undo brings your work back.`,
    );
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={failed ? `${file.name} cannot be imported` : `Import ${file.name}`}
      description={
        failed
          ? 'Nothing has changed on the canvas.'
          : `${count(size, 'element')} will take the place of your drawing. Undo brings it back.`
      }
      footer={
        failed ? (
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button variant="ghost" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" onClick={take} disabled={size === 0}>
              Replace the drawing
            </Button>
          </>
        )
      }
    >
      {failed ? (
        <ul className={styles.plain}>
          {read.problems.map(({ place, line, reason, remedy }) => (
            <li key={`${place} ${line} ${reason}`}>
              <strong>{line === undefined ? place || 'The file' : `Line ${line}`}</strong> {reason} {remedy}
            </li>
          ))}
        </ul>
      ) : null}
      {read.assumed.length > 0 ? (
        <section className={styles.group}>
          <h3>Not in the template</h3>
          <ul>
            {read.assumed.map(({ what, reason }) => (
              <li key={`${what} ${reason}`}>
                <code>{what}</code> {reason}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {groups.length > 0 ? (
        <section className={styles.group}>
          <h3>Not taken along</h3>
          {groups.map(([reason, places]) => (
            <details key={reason} open={places.length <= 4}>
              <summary>
                {reason} <span>{places.length}</span>
              </summary>
              <ul>
                {places.map((place, index) => (
                  <li key={`${place} ${index}`}>
                    <code>{place}</code>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </section>
      ) : null}
      {failed || groups.length > 0 || read.assumed.length > 0 ? null : <p>Everything in it is taken along.</p>}
    </Dialog>
  );
}

function placeOf({ resource, type, property, line }: Ignored): string {
  const what =
    property === undefined ? `${resource}${type === undefined ? '' : ` (${type})`}` : `${resource}.${property}`;
  return line === undefined ? what : `${what}, line ${line}`;
}

/** By reason, in the order of the template. */
function grouped(all: readonly { readonly place: string; readonly reason: string }[]) {
  const groups = new Map<string, string[]>();
  for (const { place, reason } of all) {
    const group = groups.get(reason);
    if (group) group.push(place);
    else groups.set(reason, [place]);
  }
  return [...groups];
}

/** Places for a drawing that brought none. What is empty is low, so that what is connected stands close. */
function tidied(diagram: Diagram): Diagram {
  const nodes = { ...diagram.nodes };
  const inside = new Set(Object.values(nodes).map(({ parent }) => parent));
  for (const node of Object.values(nodes)) {
    if (!node.size || inside.has(node.id)) continue;
    nodes[node.id] = { ...node, size: { width: node.size.width, height: SMALLEST.height } };
  }
  const { moves, sizes } = layout({ nodes }, catalog);
  for (const { id, position } of moves) {
    const node = nodes[id];
    if (node) nodes[id] = { ...node, position: { ...position } };
  }
  for (const { id, size } of sizes) {
    const node = nodes[id];
    if (node) nodes[id] = { ...node, size: { ...size } };
  }
  return { nodes };
}
