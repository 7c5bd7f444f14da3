import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { catalog } from '../../src/catalog/index';
import { Diagram, type DiagramNode } from '../../src/model/diagram';
import type { Json } from '../../src/model/json';
import { writePath } from '../../src/model/path';

const scenarios = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** The designs of the scenarios: drawings in which nearly everything works. */
export const DESIGNS: readonly Diagram[] = readdirSync(scenarios, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\/(solutions|attempts)\/[^/]+\.json$/.test(path))
  .sort()
  .map((path) =>
    Diagram.parse((JSON.parse(readFileSync(join(scenarios, path), 'utf8')) as { diagram: unknown }).diagram),
  );

const statement = (more: object) => JSON.stringify({ Version: '2012-10-17', Statement: [more] });
const WORDS: readonly string[] = [
  '',
  'x',
  '10.0.0.0/16',
  '10.0.1.0/24',
  '0.0.0.0/0',
  '::/0',
  's3',
  'kms',
  'sagemaker.runtime',
  's3:GetObject',
  'us-east-1a',
  'cron(0 * ? * * *)',
  'ModelLatency',
  statement({ Effect: 'Allow', Action: '*', Resource: '*' }),
  statement({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
  statement({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }),
  statement({ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }),
  '{"Version":"2012-10-17","Statement":[{"Effect":',
];
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;
const KINDS: readonly string[] = [...catalog.keys(), 'no-such-kind'];

const id = fc.constantFrom(...IDS, 'gone');
const nonsense: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(null, true, false, 0, -1, 1, 443, 1e308, [], {}),
  fc.constantFrom(...WORDS),
  id,
  fc.array(id, { maxLength: 3 }),
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json),
);

/** A property of a kind with some value: its own references mostly point at other nodes of the drawing. */
function propertyOf(kind: string): fc.Arbitrary<readonly [string, Json]> {
  const known = catalog.get(kind);
  const names = Object.keys(known?.complete({}).props ?? {});
  const any = fc.tuple(fc.constantFrom(...names, 'unknown'), nonsense);
  const links = (known?.links ?? []).map((link) => {
    const [field = '', tail] = link.field.split('[]');
    if (tail === undefined) {
      const [top = '', ...rest] = field.split('.');
      return id.map((to) => [top, rest.length > 0 ? writePath({}, rest.join('.'), to) : to] as const);
    }
    const extra = link.item?.({ kind: 'subnet', name: 'x' }) ?? {};
    const one = id.map((to): Json => (tail === '' ? to : writePath(extra, tail.slice(1), to)));
    return fc.array(one, { maxLength: 3 }).map((list) => [field, list] as const);
  });
  return fc.oneof(any, ...links, ...links);
}

const node = fc.constantFrom(...KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    name: fc.constantFrom('same', 'other', '', 'A b/c:*'),
    parent: fc.option(id, { nil: undefined }),
    props: fc.array(propertyOf(kind), { maxLength: 6 }).map((list): DiagramNode['props'] => Object.fromEntries(list)),
  }),
);

function withIds(list: readonly Pick<DiagramNode, 'kind' | 'name' | 'parent' | 'props'>[]): Diagram {
  const nodes = list.map(({ parent, ...one }, index): DiagramNode => ({
    ...one,
    id: IDS[index] ?? 'z',
    ...(parent !== undefined && { parent }),
    position: { x: 0, y: 0 },
  }));
  return { nodes: Object.fromEntries(nodes.map((one) => [one.id, one])) };
}

/** A new node of any kind, under an id that no drawing here has. */
export const newcomer: fc.Arbitrary<DiagramNode> = node.map(({ kind, name, props }) => ({
  id: 'newcomer',
  kind,
  name,
  position: { x: 0, y: 0 },
  props,
}));

/** Random kinds, properties and references, dangling and circular ones included. */
export const scribble: fc.Arbitrary<Diagram> = fc.array(node, { maxLength: IDS.length }).map(withIds);

export const design: fc.Arbitrary<Diagram> = fc.constantFrom(...DESIGNS);

/** A design in which some properties became nonsense, some nodes moved and some went. */
export const spoiled: fc.Arbitrary<Diagram> = design.chain((diagram) => {
  const ids = Object.keys(diagram.nodes);
  const one = fc.constantFrom(...ids);
  const spoil = one.chain((at) =>
    fc.oneof(
      fc
        .constantFrom(...Object.keys(diagram.nodes[at]?.props ?? {}), 'x')
        .chain((field) =>
          fc.oneof(nonsense, one, fc.array(one, { maxLength: 3 })).map((value) => ({ at, field, value })),
        ),
      fc.oneof(one, fc.constant(undefined)).map((parent) => ({ at, parent })),
      fc.constantFrom(...KINDS).map((kind) => ({ at, kind })),
      fc.constant({ at, gone: true as const }),
    ),
  );
  return fc.array(spoil, { minLength: 1, maxLength: 4 }).map((changes): Diagram => {
    const nodes = { ...diagram.nodes };
    for (const change of changes) {
      const before = nodes[change.at];
      if (!before) continue;
      if ('gone' in change) delete nodes[change.at];
      else if ('field' in change)
        nodes[change.at] = { ...before, props: { ...before.props, [change.field]: change.value } };
      else if ('kind' in change) nodes[change.at] = { ...before, kind: change.kind };
      else {
        const { parent: _, ...rest } = before;
        nodes[change.at] = change.parent === undefined ? rest : { ...rest, parent: change.parent };
      }
    }
    return { nodes };
  });
});

/** Anything that can be drawn. */
export const anything: fc.Arbitrary<Diagram> = fc.oneof(scribble, spoiled);
