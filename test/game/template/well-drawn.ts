import fc from 'fast-check';
import type * as z from 'zod/mini';
import type { Kind, KindCatalog } from '../../../src/catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../../../src/model/diagram';
import type { Json } from '../../../src/model/json';
import { writePath } from '../../../src/model/path';

/** Two of each, so that lists have something to choose from. */
const TWINS = ['a', 'b'] as const;

/**
 * Drawings with two nodes of every kind in places where they may stand. Their references lead where they may, and
 * switches, choices and numbers have any value that the schema takes. Texts stay as they begin: what a person may write
 * there, no schema says.
 */
export function wellDrawn(catalog: KindCatalog): fc.Arbitrary<Diagram> {
  const kinds = [...catalog.values()];
  const idOf = (kind: Kind, twin: string): NodeId => `${kind.id}-${twin}`;
  const parents = (kind: Kind): NodeId | undefined => {
    if (kind.livesIn.includes('account')) return undefined;
    const host = kind.livesIn.flatMap((id) => catalog.get(id) ?? [])[0];
    return host && idOf(host, 'a');
  };
  const targets = (trait: string): readonly NodeId[] =>
    kinds.filter(({ traits }) => traits.includes(trait)).flatMap((kind) => TWINS.map((twin) => idOf(kind, twin)));
  const node = (kind: Kind, twin: string): fc.Arbitrary<DiagramNode> => {
    const id = idOf(kind, twin);
    const parent = parents(kind);
    return fc
      .tuple(plain(kind), fc.tuple(...kind.links.map((link) => linked(link, targets(link.to), id, twin))))
      .map(([props, links]) => ({
        id,
        kind: kind.id,
        name: `${kind.id} ${twin}`,
        position: { x: 0, y: 0 },
        ...(parent !== undefined && { parent }),
        props: kind.complete({ ...props, ...typed(kind, twin), ...(Object.assign({}, ...links) as object) })
          .props as DiagramNode['props'],
      }));
  };
  return fc
    .tuple(...kinds.flatMap((kind) => TWINS.map((twin) => node(kind, twin))))
    .map((nodes) => ({ nodes: Object.fromEntries(nodes.map((one) => [one.id, one])) }));
}

/** What a person must write before AWS takes it. */
function typed(kind: Kind, twin: string): Readonly<Record<string, Json>> {
  const allow = (more: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', ...more }] });
  const trust = { Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
  const wanted: Readonly<Record<string, Json>> = {
    cidr: `10.0.${twin === 'a' ? 1 : 2}.0/24`,
    document: allow({ Resource: '*' }),
    trustPolicy: allow(trust),
    metricName: 'Invocations',
    namespace: 'AWS/SageMaker',
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([key]) => Object.hasOwn(kind.schema.shape, key) && !(kind.container && kind.id === 'vpc'),
    ),
  );
}

/** A property that leads where it may: the first element of a list, or a single reference. */
function linked(
  link: Kind['links'][number],
  targets: readonly NodeId[],
  id: NodeId,
  twin: string,
): fc.Arbitrary<object> {
  const [field = '', tail] = link.field.split('[]');
  // Of two of a kind only the second names the first: no two may wait for each other.
  const kind = id.slice(0, -2);
  const own = targets.filter((one) => (one.slice(0, -2) === kind ? one < id : one.endsWith(`-${twin}`)));
  if (own.length === 0) return fc.constant({});
  return fc.constantFrom(...own).map((to) => {
    if (tail === undefined) return writePath({}, field, to) as object;
    const extra = link.item?.({ kind: to.slice(0, -2), name: to }) ?? {};
    return { [field]: [tail === '' ? to : writePath(extra, tail.slice(1), to)] };
  });
}

function plain(kind: Kind): fc.Arbitrary<Readonly<Record<string, Json>>> {
  const shape = kind.schema.shape as Readonly<Record<string, z.core.$ZodType>>;
  const values = Object.entries(shape).flatMap(([key, schema]) => {
    const made = valueOf(schema);
    return made ? [made.map((value) => [key, value] as const)] : [];
  });
  return fc.tuple(...values).map((entries) => Object.fromEntries(entries));
}

/** `undefined` where only a person knows what fits. */
function valueOf(schema: z.core.$ZodType): fc.Arbitrary<Json> | undefined {
  const { def } = schema._zod as unknown as { def: { type: string; innerType?: z.core.$ZodType; entries?: object } };
  if (def.innerType) return valueOf(def.innerType);
  if (def.type === 'boolean') return fc.boolean();
  if (def.type === 'enum') return fc.constantFrom(...(Object.values(def.entries ?? {}) as string[]));
  return undefined;
}
