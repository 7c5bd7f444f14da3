import { expect } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { importTemplate } from '../../../src/game/template/import-template';
import type { Imported } from '../../../src/game/template/outcome';
import type { Diagram, DiagramNode } from '../../../src/model/diagram';
import type { Json } from '../../../src/model/json';

/** id, which is the name as well → kind, properties, where it stands. */
export type Sketch = Readonly<Record<string, readonly [kind: string, props?: DiagramNode['props'], parent?: string]>>;

const companions = catalog.get('vpc')?.companions ?? [];

/** A VPC with what AWS makes with it. */
export const NET: Sketch = {
  net: ['vpc', { mainRouteTable: 'main', defaultSecurityGroup: 'default', defaultNetworkAcl: 'acl' }],
  main: ['route-table', companions[0]?.props, 'net'],
  default: ['security-group', companions[1]?.props, 'net'],
  acl: ['network-acl', companions[2]?.props, 'net'],
};

export function diagramOf(sketch: Sketch): Diagram {
  return {
    nodes: Object.fromEntries(
      Object.entries(sketch).map(([id, [kind, props, parent]]): [string, DiagramNode] => [
        id,
        { id, kind, name: id, position: { x: 0, y: 0 }, props: props ?? {}, ...(parent !== undefined && { parent }) },
      ]),
    ),
  };
}

/** Trust policy of a role for a service. */
export function trusts(service: string): string {
  return JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    },
    null,
    2,
  );
}

/** The template as somebody else would write it: without what Perimeter keeps for itself. */
function bare(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(bare);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'Metadata')
      .map(([key, one]) => [key, bare(one)]),
  );
}

/**
 * Expects that the resources alone say where these kinds stand and their properties, but for what is `unsaid` of a node.
 */
export function expectSaid(
  json: string,
  sketch: Sketch,
  kinds: RegExp,
  unsaid: Readonly<Record<string, readonly string[]>> = {},
): Imported {
  const back = importTemplate(JSON.stringify(bare(JSON.parse(json) as Json)), catalog);
  const nodes = Object.values(back.diagram.nodes);
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  /** Ids are made anew, so references are compared by the names of their targets. */
  const named = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(named);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one)]));
  };
  for (const [id, [kind, props, parent]] of Object.entries(sketch)) {
    if (!kinds.test(kind)) continue;
    const found = byName.get(id);
    expect(found?.kind, id).toBe(kind);
    expect(named(found?.parent), id).toBe(parent);
    const said = Object.fromEntries(Object.entries(props ?? {}).filter(([key]) => !unsaid[id]?.includes(key)));
    expect(named(catalog.get(kind)?.complete(found?.props).props), id).toMatchObject(said);
  }
  return back;
}
