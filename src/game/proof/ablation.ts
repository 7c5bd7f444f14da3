import type { Kind, KindCatalog } from '../../catalog/kind';
import type { Diagram, DiagramNode, NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import { remove } from '../commands/remove';
import { fieldsOf, isGiven, sameJson } from '../given';
import { nodeOf, nodesOf } from '../tree';

/** One thing taken away from a solution. */
export interface Ablation {
  readonly node: NodeId;
  /** the property; absent when the whole element goes. */
  readonly field?: string;
  /** `reverted`: the property is as in the start again. `reset`: it has its default. */
  readonly how: 'removed' | 'reset' | 'reverted';
  readonly diagram: Diagram;
}

/**
 * Everything in a solution that can go, one at a time: each element that the player may remove, with what stands in
 * it; each property that the player set; each property of the start that the player changed. What the start gives
 * and the solution leaves alone is nobody's work.
 */
export function ablations(diagram: Diagram, start: Diagram, catalog: KindCatalog): Ablation[] {
  return nodesOf(diagram).flatMap((node): Ablation[] => {
    if (node.locked) return [];
    const kind = catalog.get(node.kind);
    const removed = remove(diagram, catalog, { ids: [node.id] });
    const whole: Ablation[] = removed.ok ? [{ node: node.id, how: 'removed', diagram: removed.diagram }] : [];
    if (!kind) return whole;
    const given = isGiven(start, node) ? nodeOf(start, node.id) : undefined;
    const parts = given ? reverts(diagram, node, given, kind) : resets(diagram, node, kind);
    return [...whole, ...parts.filter(({ field }) => removed.ok || !madeByAws(node, field, catalog))];
  });
}

type Part = Ablation & { readonly field: string };

/** The properties of an element whose default would be something else. */
export function setFields(node: DiagramNode, kind: Kind): string[] {
  const before = completed(kind, node.props);
  return Object.keys(node.props).filter((field) => completed(kind, without(node.props, field)) !== before);
}

function resets(diagram: Diagram, node: DiagramNode, kind: Kind): Part[] {
  return setFields(node, kind).map((field) => ({
    node: node.id,
    field,
    how: 'reset',
    diagram: withProps(diagram, node, without(node.props, field)),
  }));
}

function reverts(diagram: Diagram, node: DiagramNode, given: DiagramNode, kind: Kind): Part[] {
  const before = completed(kind, node.props);
  return fieldsOf(node, given).flatMap((field): Part[] => {
    const value = given.props[field];
    if (sameJson(value, node.props[field])) return [];
    const props = value === undefined ? without(node.props, field) : { ...node.props, [field]: value };
    if (completed(kind, props) === before) return [];
    return [{ node: node.id, field, how: 'reverted', diagram: withProps(diagram, node, props) }];
  });
}

function completed(kind: Kind, props: DiagramNode['props']): string {
  return JSON.stringify(kind.complete(props).props);
}

function without(props: DiagramNode['props'], field: string): { [key: string]: Json } {
  const { [field]: _gone, ...kept } = props;
  return kept;
}

function withProps(diagram: Diagram, node: DiagramNode, props: DiagramNode['props']): Diagram {
  return { nodes: { ...diagram.nodes, [node.id]: { ...node, props } } };
}

/** What AWS puts into a companion (a VPC's default network ACL) is not the player's doing. */
function madeByAws(node: DiagramNode, field: string, catalog: KindCatalog): boolean {
  const value = (props: DiagramNode['props']) => JSON.stringify(catalog.get(node.kind)?.complete(props).props[field]);
  return [...catalog.values()]
    .flatMap((kind) => kind.companions)
    .some((companion) => companion.kind === node.kind && value(companion.props) === value(node.props));
}
