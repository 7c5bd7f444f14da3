import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { CloudFormation } from '../../src/catalog/cloudformation';
import { docLinks } from '../../src/catalog/doc-links';
import { catalog } from '../../src/catalog/index';
import type { Kind } from '../../src/catalog/kind';
import type { AnyNode, FacetContext } from '../../src/engine/facets';
import { buildGraph } from '../../src/engine/graph';
import { Account } from '../../src/model/account';
import type { Diagram, DiagramNode } from '../../src/model/diagram';
import { fieldMeta, type FieldMeta } from '../../src/model/field';

type CloudFormationModule = {
  cloudFormation(node: AnyNode, context: FacetContext): CloudFormation | undefined;
};

const kindModules = import.meta.glob<{ kind: Kind }>('../../src/catalog/*/kind.ts', { eager: true });
const templates = import.meta.glob<CloudFormationModule>('../../src/catalog/*/cloudformation.ts', { eager: true });
const folderOf = (path: string): string => path.split('/').at(-2) ?? '';
const byFolder = <T>(modules: Record<string, T>): ReadonlyMap<string, T> =>
  new Map(Object.entries(modules).map(([path, module]) => [folderOf(path), module]));

const kinds = new Map([...byFolder(kindModules)].map(([folder, module]) => [folder, module.kind]));
const traits = new Set([...kinds.values()].flatMap((kind) => kind.traits));
const account = Account.parse({});
const root = fileURLToPath(new URL('../../src/catalog/', import.meta.url));
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== '_template')
  .map(({ name }) => name)
  .sort();
const read = (folder: string, file: string): string => readFileSync(`${root}${folder}/${file}`, 'utf8').trimEnd();

/** Kinds that AWS CloudFormation has no type for. */
const WITHOUT_TEMPLATE: Readonly<Record<string, string>> = {
  'aws-account': 'made by the management account, not by a stack of the account that is drawn',
  internet: 'not a resource',
  person: 'not a resource',
  'sagemaker-training-job': 'an action, not a resource that stays',
  'sagemaker-transform-job': 'an action, not a resource that stays',
};

interface Place {
  readonly pattern: string;
  readonly meta: FieldMeta | undefined;
}

/** Every field of a schema, with the pattern that links use. */
function placesOf(schema: z.core.$ZodType, pattern = '', meta = fieldMeta(schema)): Place[] {
  if (
    schema instanceof z.ZodMiniDefault ||
    schema instanceof z.ZodMiniPrefault ||
    schema instanceof z.ZodMiniOptional
  ) {
    return placesOf(schema.def.innerType, pattern, meta ?? fieldMeta(schema.def.innerType));
  }
  if (schema instanceof z.ZodMiniArray) {
    const inner = placesOf(schema.def.element, `${pattern}[]`, meta);
    return schema.def.element instanceof z.ZodMiniObject ? [{ pattern, meta }, ...inner] : inner;
  }
  if (schema instanceof z.ZodMiniObject) {
    return Object.entries(schema.def.shape).flatMap(([key, one]) =>
      placesOf(one, pattern === '' ? key : `${pattern}.${key}`),
    );
  }
  return [{ pattern, meta }];
}

/** A node of this kind in the first container it may stand in, with AWS's defaults. */
function sample(kind: Kind): { readonly node: AnyNode; readonly context: FacetContext } {
  const nodes: Record<string, DiagramNode> = {};
  const place = (of: Kind, depth: number): string => {
    const home = of.livesIn.find((id) => id !== 'account');
    const host = home === undefined || of.livesIn.includes('account') ? undefined : kinds.get(home);
    const parent = host && depth < 5 ? place(host, depth + 1) : undefined;
    nodes[of.id] = {
      id: of.id,
      kind: of.id,
      name: of.defaultName,
      ...(parent !== undefined && { parent }),
      position: { x: 0, y: 0 },
      props: {},
    };
    return of.id;
  };
  place(kind, 0);
  const diagram: Diagram = { nodes };
  const context = buildGraph(diagram, account, catalog);
  const node = context.node(kind.id);
  if (!node) throw new Error(`${kind.id} is not in its own graph`);
  return { node, context };
}

test('the catalogue was read', () => {
  expect(kinds.size).toBeGreaterThanOrEqual(20);
  expect(Object.keys(templates).length).toBeGreaterThanOrEqual(18);
});

test('ids are unique', () => {
  const ids = [...kinds.values()].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(folders)('%s', (folder) => {
  const kind = kinds.get(folder) as Kind;
  const places = kind ? placesOf(kind.schema) : [];

  test('has a kind, an icon and a page', () => {
    expect(kind?.id).toBe(folder);
    expect(read(folder, 'kind.ts').split('\n').length).toBeLessThanOrEqual(60);
    const icon = read(folder, 'icon.svg');
    expect(icon).toMatch(/^<svg [^>]*viewBox="0 0 24 24"/);
    expect(icon).toContain('currentColor');
    expect(icon).not.toMatch(/#[0-9a-f]{3}|<script|<image|href|style=/i);
    const page = read(folder, 'docs.md');
    expect(page.split('\n')[0]).toBe(`# ${kind.title}`);
    expect(page.split('\n').length).toBeLessThanOrEqual(25);
    expect(docLinks[kind.id]?.length).toBeGreaterThan(0);
    for (const { url, title } of docLinks[kind.id] ?? []) {
      expect(url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+/);
      expect(title.length).toBeGreaterThan(3);
    }
  });

  test('its defaults satisfy its schema', () => {
    expect(kind.complete({}).issues).toEqual([]);
    expect(kind.complete(kind.complete({}).props).issues).toEqual([]);
    expect(kind.complete(null).props).toEqual(kind.complete({}).props);
  });

  test('every field has a title and a help text', () => {
    const silent = places.filter(({ meta }) => !meta?.title || !meta.help).map(({ pattern }) => pattern);
    expect(silent).toEqual([]);
  });

  test('stands in containers that exist', () => {
    expect(kind.livesIn.length).toBeGreaterThan(0);
    for (const home of kind.livesIn) {
      if (home !== 'account') expect(kinds.get(home)?.container, `${home} is a container`).toBeDefined();
    }
  });

  test('its links and its references are the same thing', () => {
    const references = places.flatMap(({ pattern, meta }) =>
      meta?.ref === undefined ? [] : [`${pattern} → ${meta.ref}`],
    );
    expect(kind.links.map(({ field, to }) => `${field} → ${to}`).sort()).toEqual(references.sort());
    for (const { to } of kind.links) expect(traits, `somebody is a ${to}`).toContain(to);
  });

  test('a new element of a link fits the schema', () => {
    for (const link of kind.links.filter(({ field }) => /\[\]\./.test(field))) {
      const [list = '', key = ''] = link.field.split('[].');
      const made = { ...link.item?.({ kind: 'x', name: 'x' }), [key]: 'target' };
      expect(kind.complete({ [list]: [made] }).issues, link.field).toEqual([]);
    }
  });

  test('refuses with a lesson', () => {
    for (const { to, lesson } of kind.refuses) {
      expect(to).toMatch(/^[a-z][a-z-]+$/);
      expect(kind.links.map((link) => link.to)).not.toContain(to);
      expect(lesson).toMatch(/\.$/);
    }
  });

  test('its companions exist and are complete', () => {
    for (const { kind: id, field, props } of kind.companions) {
      const companion = kinds.get(id);
      expect(companion?.complete(props).issues).toEqual([]);
      const link = kind.links.find((one) => one.field === field);
      expect(companion?.traits).toContain(link?.to);
    }
  });

  test('answers for its own properties', () => {
    expect(read(folder, 'facets.ts')).toMatch(/^import (type )?\{[^}]*\bProps\b[^}]*\} from '.\/props';$/m);
    expect(read(folder, 'facets.ts')).toMatch(/^export const facets: Facets<Props> = /m);
    expect(read(folder, 'kind.ts')).toMatch(/^import \{ Props \} from '.\/props';$/m);
    expect(read(folder, 'kind.ts')).toMatch(/^ {2}props: Props,$/m);
    expect(read(folder, 'props.ts')).toMatch(/^export type Props = z.output<typeof Props>;$/m);
  });

  test('answers every question about a new node without throwing', () => {
    const { node, context } = sample(kind);
    const { facets } = catalog.get(folder) ?? {};
    const asked = Object.entries(facets ?? {}) as [string, (node: AnyNode, context: FacetContext) => unknown][];
    expect(asked.length).toBeGreaterThan(0);
    for (const [name, ask] of asked) {
      const first = JSON.stringify(ask(node, context) ?? null);
      expect(JSON.stringify(ask(node, context) ?? null), name).toBe(first);
    }
    for (const item of facets?.cost?.(node, context) ?? []) {
      expect(item.quantity).toBeGreaterThanOrEqual(0);
      expect(item.rate).toBeGreaterThanOrEqual(0);
      expect(item.source.length).toBeGreaterThan(5);
    }
    for (const { action, resource } of facets?.operations?.(node, context) ?? []) {
      expect(action).toMatch(/^[a-z0-9-]+:[A-Za-z]+$/);
      expect(resource === '*' || resource.startsWith('arn:aws:')).toBe(true);
    }
  });

  test('is a CloudFormation resource', () => {
    const template = byFolder(templates).get(folder);
    const { node, context } = sample(kind);
    if (folder in WITHOUT_TEMPLATE) {
      expect(template?.cloudFormation(node, context)).toBeUndefined();
      return;
    }
    const made = template?.cloudFormation(node, context);
    if (!made) throw new Error(`${folder} has no CloudFormation resource`);
    for (const { Type, Properties } of [made, ...Object.values(made.With ?? {})]) {
      expect(Type).toMatch(/^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+$/);
      expect(JSON.parse(JSON.stringify(Properties))).toEqual(Properties);
    }
    expect(template?.cloudFormation(node, context)).toEqual(made);
  });
});
