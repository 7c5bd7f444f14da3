import type { Diagram, DiagramNode, NodeId } from '../model/diagram';
import type { Json } from '../model/json';
import type { Change } from './facts';

/**
 * The drawing as it is after some changes. What is gone leaves the lists that named it, as AWS drops it there; a
 * single reference stays and dangles.
 */
export function afterChanges(diagram: Diagram, changes: readonly Change[]): Diagram {
  const gone = new Set<NodeId>();
  const props = new Map<NodeId, { readonly [field: string]: Json }>();
  for (const change of changes) {
    if ('gone' in change) gone.add(change.node);
    else props.set(change.node, { ...props.get(change.node), ...change.props });
  }
  const nodes: Record<NodeId, DiagramNode> = {};
  for (const [id, node] of Object.entries(diagram.nodes)) {
    if (gone.has(id)) continue;
    const more = props.get(id);
    const changed = more ? { ...node, props: { ...node.props, ...more } } : node;
    nodes[id] =
      gone.size > 0 && names(changed.props, gone) ? { ...changed, props: without(changed.props, gone) } : changed;
  }
  return { nodes };
}

function names(value: Json, gone: ReadonlySet<NodeId>): boolean {
  if (isList(value)) return value.some((one) => (typeof one === 'string' ? gone.has(one) : names(one, gone)));
  if (value !== null && typeof value === 'object') return Object.values(value).some((one) => names(one, gone));
  return false;
}

function without(props: { readonly [field: string]: Json }, gone: ReadonlySet<NodeId>): { [field: string]: Json } {
  return Object.fromEntries(Object.entries(props).map(([field, value]) => [field, strip(value, gone)]));
}

function strip(value: Json, gone: ReadonlySet<NodeId>): Json {
  if (isList(value)) {
    return value.flatMap((one) => (typeof one === 'string' && gone.has(one) ? [] : [strip(one, gone)]));
  }
  if (value !== null && typeof value === 'object') return without(value, gone);
  return value;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
