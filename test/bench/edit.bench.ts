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

const reads = (actions: readonly string[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] });

/** With one more node, or without it again. */
function added(diagram: Diagram, step: number, node: DiagramNode): Diagram {
  const { [node.id]: _, ...nodes } = diagram.nodes;
  return { nodes: step % 2 === 0 ? { ...nodes, [node.id]: node } : nodes };
}

/** Every edit changes something: `step` counts them. */
const EDITS: Readonly<Record<string, (diagram: Diagram, step: number) => Diagram>> = {
  'drag a subnet': (diagram, step) =>
    changed(diagram, 'subnet-7', (node) => ({ ...node, position: { x: step, y: 40 } })),
  'rename a VPC': (diagram, step) =>
    changed(diagram, 'vpc-7', (node) => ({ ...node, name: step % 2 === 0 ? 'other' : 'vpc-7' })),
  'switch a property of a key': (diagram, step) =>
    changed(diagram, 'key-7', (node) => withProps(node, { enableKeyRotation: step % 2 === 0 })),
  'take an action out of a policy, put it back': (diagram, step) =>
    changed(diagram, 'role-7', (node) =>
      withProps(node, {
        policies: [
          { name: 'reads', document: reads(step % 2 === 0 ? ['s3:GetObject'] : ['s3:GetObject', 'kms:Decrypt']) },
        ],
      }),
    ),
  'open a port of a security group': (diagram, step) =>
    changed(diagram, 'group-7', (node) =>
      withProps(node, { egress: [{ protocol: 'tcp', fromPort: 443, toPort: 443 + (step % 2), cidr: '0.0.0.0/0' }] }),
    ),
  'add a route, take it away again': (diagram, step) =>
    changed(diagram, 'table-7', (node) =>
      withProps(node, { routes: step % 2 === 0 ? [{ destination: '0.0.0.0/0', target: 'endpoint-7' }] : [] }),
    ),
  'move an instance to another subnet': (diagram, step) =>
    changed(diagram, 'instance-7', (node) => ({ ...node, parent: step % 2 === 0 ? 'subnet-8' : 'subnet-7' })),
  'connect an instance with another bucket': (diagram, step) =>
    changed(diagram, 'instance-7', (node) =>
      withProps(node, { calls: [{ action: 's3:GetObject', target: step % 2 === 0 ? 'bucket-8' : 'bucket-7' }] }),
    ),
  'add a bucket, take it away again': (diagram, step) =>
    added(diagram, step, { id: 'extra', kind: 's3-bucket', name: 'extra', position: { x: 0, y: 0 }, props: {} }),
  'add an instance, take it away again': (diagram, step) => {
    const twin = start.nodes['instance-7'];
    return twin ? added(diagram, step, { ...twin, id: 'extra' }) : diagram;
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
