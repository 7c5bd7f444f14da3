import fc from 'fast-check';
import type { KindCatalog } from '../../../src/catalog/kind';
import type { Diagram, DiagramNode } from '../../../src/model/diagram';
import type { Json } from '../../../src/model/json';

const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'Data bucket',
    '${AWS::Region}',
    'arn:aws:s3:::a',
    '111122223333',
    'us-east-1',
    '0123',
    'yes',
    '!Ref x',
    '# no',
    '- x',
    '2012-10-17',
    '~',
  ),
  fc.string({ maxLength: 12 }),
);
const policy = fc.constantFrom(
  '',
  '{ not json',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::a/*"}]}',
  '{"Statement":{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"*","Resource":"${aws:username}"}}',
  '{"Ref":"a","Fn::GetAtt":["a","b"]}',
);
const leaf = fc.oneof(fc.boolean(), fc.integer({ min: -1, max: 70_000 }), text, policy, fc.constant(null));

/**
 * Drawings of every kind with nodes in places where they may not stand, references to what is not there or of another
 * kind, and values that no schema takes.
 */
export function randomDiagram(catalog: KindCatalog): fc.Arbitrary<Diagram> {
  const kinds = [...catalog.keys(), 'not-a-kind'];
  const ids = ['a', 'a-b', 'a-b-1', 'ab', 'vpc-1', 'x1', 'x-1', '0'];
  const idOrGone = fc.constantFrom(...ids, 'gone');
  const node = (id: string): fc.Arbitrary<DiagramNode> =>
    fc.constantFrom(...kinds).chain((kind) => {
      const shape = Object.keys((catalog.get(kind)?.schema.shape ?? {}) as Record<string, unknown>);
      const links = catalog.get(kind)?.links.map(({ field }) => field) ?? [];
      const value = (key: string): fc.Arbitrary<Json> => {
        const listed = links.find((field) => field.startsWith(`${key}[].`));
        if (links.includes(key)) return fc.oneof(idOrGone, leaf);
        if (links.includes(`${key}[]`)) return fc.array(idOrGone, { maxLength: 3 });
        const inner = listed?.split('[].')[1];
        if (inner !== undefined) {
          return fc.array(fc.record({ [inner]: idOrGone }), { maxLength: 2 });
        }
        return fc.oneof(
          leaf,
          fc.array(leaf, { maxLength: 2 }),
          fc.dictionary(fc.constantFrom('a', 'enabled', 'Ref'), leaf),
        );
      };
      return fc.record(
        {
          id: fc.constant(id),
          kind: fc.constant(kind),
          name: text,
          position: fc.record({ x: fc.integer(), y: fc.integer() }),
          props: some(Object.fromEntries((shape.length > 0 ? shape : ['own']).map((key) => [key, value(key)]))),
          parent: idOrGone,
          locked: fc.boolean(),
          size: fc.record({ width: fc.integer({ min: 1, max: 900 }), height: fc.integer({ min: 1, max: 900 }) }),
        },
        { requiredKeys: ['id', 'kind', 'name', 'position', 'props'] },
      );
    });
  return fc
    .subarray(ids)
    .chain((chosen) => fc.tuple(...chosen.map(node)))
    .map((nodes) => ({ nodes: Object.fromEntries(nodes.map((one) => [one.id, one])) }));
}

/** Some of these properties, each present or absent. */
function some(values: Readonly<Record<string, fc.Arbitrary<Json>>>): fc.Arbitrary<{ [key: string]: Json }> {
  return fc
    .tuple(...Object.entries(values).map(([key, value]) => fc.option(value.map((one) => [key, one] as const))))
    .map((entries) => Object.fromEntries(entries.flatMap((entry) => (entry ? [entry] : []))));
}
