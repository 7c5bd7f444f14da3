import type { Account } from '../model/account';
import type { Diagram, DiagramNode, NodeId } from '../model/diagram';
import { expandPattern } from '../model/path';
import type { Problem } from '../model/report';
import type { AnyKind, AnyNode, Catalog, FacetContext } from './facets';
import { askAlone } from './remember';

/** A diagram whose references are resolved: what every facet and every topic reads. */
export interface Graph extends FacetContext {
  readonly nodes: readonly AnyNode[];
  readonly problems: readonly Problem[];
  kindOf(id: NodeId): AnyKind | undefined;
  /** the player's name for a node; its id when it is not there. */
  nameOf(id: NodeId | undefined): string;
  /** the node's own mark: its parent's completed ancestors, nearest first, itself excluded. */
  ancestors(id: NodeId): readonly AnyNode[];
}

interface Reference {
  readonly from: NodeId;
  readonly to: string;
  readonly pattern: string;
  readonly path: string;
  readonly trait: string;
}
interface Completed {
  readonly node: AnyNode;
  /** what its own properties get wrong. */
  readonly invalid: readonly Problem[];
  /** references without which AWS refuses the resource. */
  readonly missing: readonly Problem[];
  readonly references: readonly Reference[];
}

/** Completing a node depends on the node and its kind alone, so an edit completes only what it touched. */
const completed = new WeakMap<AnyKind, WeakMap<DiagramNode, Completed>>();

function complete(kind: AnyKind, source: DiagramNode): Completed {
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
      typeof value === 'string' && value !== ''
        ? [{ from: source.id, to: value, pattern: link.field, path, trait: link.to }]
        : [],
    );
    references.push(...found);
    if (link.required && found.length === 0) missing.push(missingReference(source, link));
  }
  const result = { node, invalid: issues.map((issue) => invalidProperty(source, issue)), missing, references };
  known.set(source, result);
  return result;
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

export function buildGraph(diagram: Diagram, account: Account, catalog: Catalog): Graph {
  const problems: Problem[] = [];
  const missing: Problem[] = [];
  const nodes = new Map<NodeId, AnyNode>();
  const kindById = new Map<NodeId, AnyKind>();
  const references: Reference[] = [];
  const byTrait = new Map<string, AnyNode[]>();
  const children = new Map<NodeId, AnyNode[]>();
  const referrers = new Map<NodeId, { node: AnyNode; pattern: string }[]>();
  const arns = new Map<NodeId, string | undefined>();

  for (const id of Object.keys(diagram.nodes).sort()) {
    const source = diagram.nodes[id];
    if (!source) continue;
    const kind = catalog.get(source.kind);
    if (!kind) {
      nodes.set(id, source);
      problems.push({
        severity: 'warning',
        nodes: [id],
        reason: { code: 'graph.unknown-kind', values: { kind: source.kind, name: source.name } },
      });
      continue;
    }
    const done = complete(kind, source);
    nodes.set(id, done.node);
    kindById.set(id, kind);
    references.push(...done.references);
    for (const trait of kind.traits) push(byTrait, trait, done.node);
    problems.push(...done.invalid);
    missing.push(...done.missing);
  }

  const kindOf = (id: NodeId): AnyKind | undefined => kindById.get(id);
  const hasTrait = (id: NodeId | undefined, trait: string): boolean =>
    id !== undefined && (kindOf(id)?.traits.includes(trait) ?? false);
  const ancestors = (id: NodeId): AnyNode[] => {
    const chain: AnyNode[] = [];
    const seen = new Set([id]);
    for (let at = nodes.get(id)?.parent; at !== undefined && !seen.has(at); at = nodes.get(at)?.parent) {
      const node = nodes.get(at);
      if (!node) break;
      seen.add(at);
      chain.push(node);
    }
    return chain;
  };

  for (const node of nodes.values()) if (node.parent !== undefined) push(children, node.parent, node);
  for (const reference of references) {
    const holder = nodes.get(reference.from);
    if (!holder) continue;
    const target = nodes.get(reference.to);
    if (!target || !hasTrait(target.id, reference.trait)) {
      problems.push({
        severity: 'error',
        nodes: target ? [holder.id, target.id] : [holder.id],
        fields: [{ node: holder.id, field: reference.path }],
        reason: {
          code: target ? 'graph.wrong-reference' : 'graph.dangling-reference',
          values: { name: holder.name, field: reference.path, target: target?.name ?? reference.to },
        },
      });
      continue;
    }
    push(referrers, reference.to, { node: holder, pattern: reference.pattern });
  }

  const graph: Graph = {
    account,
    nodes: [...nodes.values()],
    problems,
    kindOf,
    hasTrait,
    ancestors,
    node: (id) => (id === undefined ? undefined : nodes.get(id)),
    nameOf: (id) => (id === undefined ? 'nothing' : (nodes.get(id)?.name ?? id)),
    children: (id) => children.get(id) ?? [],
    withTrait: (trait) => byTrait.get(trait) ?? [],
    referrers: (id) => referrers.get(id) ?? [],
    enclosing: (id, trait) => {
      const node = nodes.get(id);
      return node && [node, ...ancestors(id)].find((candidate) => hasTrait(candidate.id, trait));
    },
    arn: (id) => {
      if (id === undefined) return undefined;
      if (!arns.has(id)) {
        const node = nodes.get(id);
        arns.set(id, undefined);
        arns.set(id, node && askAlone('arn', node, kindOf(id), graph));
      }
      return arns.get(id);
    },
  };
  problems.push(...containment(graph), ...missing, ...duplicates(graph));
  return graph;
}

function containment(graph: Graph): Problem[] {
  return graph.nodes.flatMap((node): Problem[] => {
    const kind = graph.kindOf(node.id);
    if (!kind) return [];
    const parent = node.parent === undefined ? undefined : graph.node(node.parent);
    const place = parent ? parent.kind : 'account';
    const lost = node.parent !== undefined && !parent;
    const circular = parent !== undefined && [parent, ...graph.ancestors(parent.id)].some((one) => one.id === node.id);
    if (!lost && !circular && kind.livesIn.includes(place)) return [];
    return [
      {
        severity: 'error',
        nodes: parent ? [node.id, parent.id] : [node.id],
        reason: {
          code: circular ? 'graph.circular-container' : 'graph.wrong-container',
          values: {
            name: node.name,
            kind: kind.title,
            place: parent ? parent.name : lost ? 'a container that is gone' : 'the account',
            legal: kind.livesIn.join(', '),
          },
        },
      },
    ];
  });
}

/** AWS refuses a second resource with the same ARN. */
function duplicates(graph: Graph): Problem[] {
  const byArn = new Map<string, AnyNode[]>();
  for (const node of graph.nodes) {
    const arn = graph.arn(node.id);
    if (arn !== undefined) push(byArn, arn, node);
  }
  return [...byArn].flatMap(([arn, twins]): Problem[] =>
    twins.length < 2
      ? []
      : [
          {
            severity: 'error',
            nodes: twins.map((node) => node.id),
            reason: { code: 'graph.duplicate-name', values: { name: twins[0]?.name ?? '', arn } },
          },
        ],
  );
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
