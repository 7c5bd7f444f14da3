import { bench, describe } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { judge } from '../../src/game/judge';
import type { Diagram, DiagramNode } from '../../src/model/diagram';
import { diagramOf } from './diagrams';
import { scenario } from './scenario';

const SIZE = 1000;
const start = diagramOf(SIZE);

/** The drawing with one node changed; all others stay the same objects, as after a command of the game. */
function changed(diagram: Diagram, id: string, change: (node: DiagramNode) => DiagramNode): Diagram {
  const node = diagram.nodes[id];
  if (!node) throw new Error(`there is no ${id}`);
  return { nodes: { ...diagram.nodes, [id]: change(node) } };
}
const withProps = (node: DiagramNode, props: DiagramNode['props']) => ({ ...node, props: { ...node.props, ...props } });

/** Every edit changes something: `step` counts them. */
const EDITS: Readonly<Record<string, (diagram: Diagram, step: number) => Diagram>> = {
  'switch a property of a key': (diagram, step) =>
    changed(diagram, 'key-7', (node) => withProps(node, { enableKeyRotation: step % 2 === 0 })),
  'open a port of a security group': (diagram, step) =>
    changed(diagram, 'group-7', (node) =>
      withProps(node, { egress: [{ protocol: 'tcp', fromPort: 443, toPort: 443 + (step % 2), cidr: '0.0.0.0/0' }] }),
    ),
  'move an instance to another subnet': (diagram, step) =>
    changed(diagram, 'instance-7', (node) => ({ ...node, parent: step % 2 === 0 ? 'subnet-8' : 'subnet-7' })),
  'connect an instance with another bucket': (diagram, step) =>
    changed(diagram, 'instance-7', (node) =>
      withProps(node, { calls: [{ action: 's3:GetObject', target: step % 2 === 0 ? 'bucket-8' : 'bucket-7' }] }),
    ),
  'add a bucket, take it away again': (diagram, step) => {
    const { extra: _, ...nodes } = diagram.nodes;
    const extra = { id: 'extra', kind: 's3-bucket', name: 'extra', position: { x: 0, y: 0 }, props: {} };
    return { nodes: step % 2 === 0 ? { ...nodes, extra } : nodes };
  },
};

describe(`one edit of ${SIZE} resources`, () => {
  bench('structuredClone of the diagram, for comparison', () => {
    structuredClone(start);
  });
  bench('judge a copy of it, for comparison', () => {
    judge(structuredClone(start), scenario, { catalog, checks });
  });
  for (const [name, edit] of Object.entries(EDITS)) {
    let diagram = start;
    let step = 0;
    bench(name, () => {
      diagram = edit(diagram, step);
      step += 1;
      judge(diagram, scenario, { catalog, checks });
    });
  }
});
