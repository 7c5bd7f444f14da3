import { useMemo, useState } from 'react';
import { layout } from '../../canvas/auto-layout';
import { SMALLEST } from '../../canvas/geometry';
import { catalog } from '../../catalog/index';
import { bringIn } from '../../game/template/bring-in';
import { importTemplate } from '../../game/template/import-template';
import type { ParameterValues } from '../../game/template/parameters';
import { count } from '../../game/words';
import { Button } from '../../kit/Button';
import { Dialog } from '../../kit/Dialog';
import type { Diagram } from '../../model/diagram';
import { useSession } from '../../store/use-session';
import { ImportParameters } from './ImportParameters';
import { ImportRemarks } from './ImportRemarks';
import type { TemplateFile } from './template-file';
import styles from './template.module.css';

/** Of templates that somebody else wrote. */
const CALLS = ' A template does not say who calls whom: draw that yourself.';

interface Props {
  readonly file: TemplateFile;
  readonly onClose: () => void;
}

/** What a template becomes, and what is not taken along, before it takes the place of the drawing. */
export function ImportTemplateDialog({ file, onClose }: Props) {
  const scenario = useSession((state) => state.scenario);
  const now = useSession((state) => state.diagram);
  const actions = useSession((state) => state.actions);
  const [values, setValues] = useState<ParameterValues>({});
  const read = useMemo(() => importTemplate(file.text, catalog, scenario.account, values), [file, scenario, values]);
  const brought = useMemo(() => bringIn(now, read.diagram, catalog, scenario.allowedKinds), [now, read, scenario]);
  const size = Object.keys(brought.diagram.nodes).length;
  const failed = read.problems.length > 0;
  const nothingLeft = brought.left.length + read.ignored.length + read.assumed.length === 0;
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
      size="lg"
      title={failed ? `${file.name} cannot be imported` : `Import ${file.name}`}
      description={
        failed
          ? 'Nothing has changed on the canvas.'
          : `${count(size, 'element')} will take the place of your drawing. Undo brings it back.${read.placed ? '' : CALLS}`
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
      {failed ? null : (
        <>
          <ImportParameters parameters={read.parameters} values={values} onChange={setValues} />
          <ImportRemarks assumed={read.assumed} ignored={read.ignored} left={brought.left} />
          {nothingLeft ? <p>Everything in it is taken along.</p> : null}
        </>
      )}
    </Dialog>
  );
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
