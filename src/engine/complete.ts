import type { DiagramNode } from '../model/diagram';
import { expandPattern } from '../model/path';
import type { Problem } from '../model/report';
import type { AnyKind, AnyNode } from './facets';

/** A property of a node that should name another node. */
export interface Reference {
  /** its holder. */
  readonly node: AnyNode;
  readonly to: string;
  readonly pattern: string;
  readonly path: string;
  readonly trait: string;
}

export interface Completed {
  readonly source: DiagramNode;
  /** `undefined` when nobody knows it. */
  readonly kind: AnyKind | undefined;
  readonly node: AnyNode;
  /** what its own properties get wrong. */
  readonly invalid: readonly Problem[];
  /** references without which AWS refuses the resource. */
  readonly missing: readonly Problem[];
  readonly references: readonly Reference[];
}

/** Completing a node depends on the node and its kind alone, so an edit completes only what it touched. */
const completed = new WeakMap<AnyKind, WeakMap<DiagramNode, Completed>>();

export function complete(kind: AnyKind, source: DiagramNode): Completed {
  let known = completed.get(kind);
  if (!known) completed.set(kind, (known = new WeakMap()));
  const before = known.get(source);
  if (before) return before;
  const { props, issues } = kind.complete(source.props);
  const node: AnyNode = { ...source, props };
  const references: Reference[] = [];
  const missing: Problem[] = [];
  for (const link of kind.links) {
    const found = expandPattern(props, link.field).flatMap(({ path, value }) =>
      typeof value === 'string' && value !== '' ? [{ node, to: value, pattern: link.field, path, trait: link.to }] : [],
    );
    references.push(...found);
    if (link.required && found.length === 0) missing.push(missingReference(source, link));
  }
  const invalid = issues.map((issue) => invalidProperty(source, issue));
  const result = { source, kind, node, invalid, missing, references };
  known.set(source, result);
  return result;
}

/** A node whose kind is not in the catalogue stands in the drawing, and nothing more is known of it. */
export function unknown(source: DiagramNode): Completed {
  const { id, name, kind } = source;
  const reason = { code: 'graph.unknown-kind', values: { kind, name } };
  return {
    source,
    kind: undefined,
    node: source,
    invalid: [{ severity: 'warning', nodes: [id], reason }],
    missing: [],
    references: [],
  };
}

function invalidProperty(
  { id, name }: DiagramNode,
  issue: { readonly field: string; readonly message: string },
): Problem {
  return {
    severity: 'error',
    nodes: [id],
    fields: [{ node: id, field: issue.field }],
    reason: {
      code: 'graph.invalid-property',
      values: { name, field: issue.field || 'properties', message: issue.message },
    },
  };
}

function missingReference({ id, name }: DiagramNode, link: AnyKind['links'][number]): Problem {
  const field = link.field.split('[]')[0] ?? '';
  return {
    severity: 'error',
    nodes: [id],
    fields: [{ node: id, field }],
    reason: { code: 'graph.missing-reference', values: { name, field, target: link.to } },
  };
}

/** Where a reference leads nowhere, or to something of another kind. */
export function wrongReference({ node, path, to }: Reference, target: AnyNode | undefined): Problem {
  return {
    severity: 'error',
    nodes: target ? [node.id, target.id] : [node.id],
    fields: [{ node: node.id, field: path }],
    reason: {
      code: target ? 'graph.wrong-reference' : 'graph.dangling-reference',
      values: { name: node.name, field: path, target: target?.name ?? to },
    },
  };
}
