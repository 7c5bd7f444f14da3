import type { CheckExample } from '../engine/check';
import type { Diagram, DiagramNode } from '../model/diagram';
import type { Json } from '../model/json';

type Drawn = readonly [kind: string, props?: { readonly [key: string]: Json }, parent?: string];

/** Draws a small diagram: `draw({ data: ['s3-bucket', { encryption: 'sse-kms', kmsKey: 'key' }], key: ['kms-key'] })`. */
export function draw(nodes: Readonly<Record<string, Drawn>>): Diagram {
  const made: Record<string, DiagramNode> = {};
  Object.entries(nodes).forEach(([id, [kind, props, parent]], index) => {
    made[id] = {
      id,
      kind,
      name: id,
      position: { x: 40 + (index % 4) * 180, y: 40 + Math.floor(index / 4) * 120 },
      props: props ?? {},
      ...(parent !== undefined && { parent }),
    };
  });
  return { nodes: made };
}

export function example(
  title: string,
  nodes: Readonly<Record<string, Drawn>>,
  params?: CheckExample['params'],
): CheckExample {
  return { title, diagram: draw(nodes), ...(params && { params }) };
}

/** A policy document of one statement. */
export function policy(statement: { readonly [key: string]: Json }): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** The trust policy that lets one AWS service assume a role. */
export function trusts(service: string): string {
  return policy({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' });
}
