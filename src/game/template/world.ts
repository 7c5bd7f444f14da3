import { arnName } from '../../catalog/arn';
import type { Templates } from '../../catalog/cloudformation';
import type { Graph } from '../../engine/graph';
import type { NodeId } from '../../model/diagram';
import type { ResourceTrack, World } from './reading';
import type { Resolver } from './resolve';
import { isFields, partsOf, Pointer, type Value } from './values';

interface Parts {
  readonly tracks: ReadonlyMap<string, ResourceTrack>;
  readonly byLogicalId: ReadonlyMap<string, NodeId>;
  /** the node that AWS makes with another: by that node and the property that names it. */
  readonly companions: ReadonlyMap<NodeId, ReadonlyMap<string, NodeId>>;
  readonly graph: Graph;
  readonly resolver: Resolver;
  readonly templates: Templates;
  readonly lookedUp: World['lookedUp'];
  readonly outside: World['outside'];
}

/** How resources see each other, with what is known of the nodes by now. */
export function worldOf({
  tracks,
  byLogicalId,
  companions,
  graph,
  resolver,
  templates,
  lookedUp,
  outside,
}: Parts): World {
  const named = new Map<string, NodeId>();
  for (const { id } of graph.nodes) {
    const arn = graph.arn(id);
    if (arn !== undefined) named.set(arn, id);
  }
  for (const { id, name } of graph.nodes) if (name !== '' && !named.has(name)) named.set(name, id);
  const partNames = new Map<string, ResourceTrack>();
  for (const track of tracks.values()) {
    if (byLogicalId.has(track.logicalId) || !isFields(track.properties)) continue;
    for (const [key, value] of Object.entries(track.properties)) {
      if (key.endsWith('Name') && typeof value === 'string') partNames.set(value, track);
    }
  }

  const nodeAt = ({ logicalId, attribute }: Pointer): NodeId | undefined => {
    const id = byLogicalId.get(logicalId);
    const kind = id === undefined ? undefined : graph.node(id)?.kind;
    const field = attribute === undefined ? undefined : templates.get(kind ?? '')?.companions?.[attribute];
    return field === undefined || id === undefined ? id : companions.get(id)?.get(field);
  };
  /** As the ARN spells it. */
  const physicalName = (id: NodeId): string => {
    const name = arnName(graph.nameOf(id));
    const arn = graph.arn(id) ?? '';
    return arn.toLowerCase().endsWith(name.toLowerCase()) ? arn.slice(-name.length) : graph.nameOf(id);
  };
  const textOf = (pointer: Pointer): string => {
    const { logicalId, attribute } = pointer;
    const id = nodeAt(pointer);
    const template = templates.get(graph.node(id)?.kind ?? '');
    if (id !== undefined && template) {
      const arn = graph.arn(id) ?? id;
      if (attribute === undefined) return template.ref === 'id' ? id : template.ref === 'arn' ? arn : physicalName(id);
      if (attribute === template.arn) return arn;
      if (template.companions && Object.hasOwn(template.companions, attribute)) return id;
    }
    const own = attribute === undefined ? undefined : partsOf(resolver.property(pointer));
    if (own) return own.map((part) => (typeof part === 'string' ? part : part.logicalId)).join('');
    if (id !== undefined && attribute !== undefined) {
      if (/Arn$/.test(attribute)) return graph.arn(id) ?? id;
      if (/Name$/.test(attribute)) return physicalName(id);
      if (/Id$/.test(attribute)) return id;
    }
    return attribute === undefined ? logicalId : `${logicalId}.${attribute}`;
  };
  return {
    nodeAt,
    textOf,
    lookedUp,
    outside,
    nodeNamed: (text) => named.get(text) ?? named.get(text.replace(/:\*$/, '')) ?? bucketOf(text, named),
    partAt(value: Value) {
      if (typeof value === 'string') return partNames.get(value);
      return value instanceof Pointer && !byLogicalId.has(value.logicalId) ? tracks.get(value.logicalId) : undefined;
    },
  };
}

function bucketOf(text: string, named: ReadonlyMap<string, NodeId>): NodeId | undefined {
  const bucket = /^s3:\/\/([^/]+)/.exec(text)?.[1];
  return bucket === undefined ? undefined : named.get(bucket);
}
