import type { Kind, KindCatalog } from '../../catalog/kind';
import { DiagramNode, type Diagram, type NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import { admits } from '../placement';
import { freshId } from '../tree';
import { METADATA, restored, type Told } from './kept';
import type { NodeRecord } from './records';
import { isJsonFields } from './values';

export type Loose = { readonly [key: string]: Json | undefined };

/** A node while it is being read. */
export interface Draft {
  readonly id: NodeId;
  readonly kind: Kind;
  /** absent: it is in no template. */
  readonly record?: NodeRecord;
  /** property → the node that AWS makes with this one. */
  readonly companions: Map<string, NodeId>;
  /** before the template says anything. */
  readonly base: Loose;
  name: string;
  parent: NodeId | undefined;
  props: Loose;
}

const STAND_IN_DEPTH = 3;

/** The nodes of a template while it is being read. */
export class Drafts {
  readonly all = new Map<NodeId, Draft>();
  readonly byLogicalId = new Map<string, NodeId>();
  readonly added: NodeId[] = [];
  private readonly standIns = new Map<string, NodeId>();

  constructor(
    private readonly catalog: KindCatalog,
    /** nodes that have no resource; they are as they are. */
    readonly given: ReadonlyMap<NodeId, DiagramNode>,
  ) {}

  private readonly taken = (id: NodeId): boolean => this.all.has(id) || this.given.has(id);

  add(record: NodeRecord): void {
    const { element, kind, track } = record;
    const id = element && !this.taken(element.id) ? element.id : freshId(this.taken, kind.id);
    this.byLogicalId.set(track.logicalId, id);
    const draft = this.make({ id, kind, record, name: track.logicalId, parent: undefined });
    for (const { field } of element ? kind.companions : []) {
      const kept = element?.props?.[field]?.value;
      if (typeof kept === 'string' && this.given.has(kept)) draft.companions.set(field, kept);
    }
    if (!element) this.addCompanions(draft);
  }

  drop({ id, record }: Draft): void {
    this.all.delete(id);
    if (record) this.byLogicalId.delete(record.track.logicalId);
  }

  /** A container outside of the template: one for each way to name it. */
  container(kind: Kind, named: string): NodeId | undefined {
    const host = this.hostOf(kind);
    return host && this.outside(host, named, []);
  }

  /** A node outside of the template; `near`: the node that names it, and what that one names as well. */
  outside(kind: Kind, named: string, near: readonly NodeId[], depth = STAND_IN_DEPTH): NodeId | undefined {
    if (depth === 0) return undefined;
    const key = `${kind.id} ${named}`;
    const before = this.standIns.get(key);
    if (before !== undefined) return before;
    const parent = admits(this.catalog, kind, undefined) ? undefined : this.placeFor(kind, near, depth);
    const id = freshId(this.taken, kind.id);
    this.standIns.set(key, id);
    this.added.push(id);
    this.addCompanions(this.make({ id, kind, name: named, parent }));
    return id;
  }

  /** What these stand in, and a node of this kind may stand in as well. */
  around(kind: Kind, near: readonly NodeId[]): NodeId | undefined {
    for (const start of near) {
      for (let at: NodeId | undefined = start; at !== undefined; at = this.all.get(at)?.parent) {
        const place = this.all.get(at);
        if (place && kind.livesIn.includes(place.kind.id)) return at;
      }
    }
    return undefined;
  }

  /** Where its neighbours stand, else the only place that there is, else another stand-in. */
  private placeFor(kind: Kind, near: readonly NodeId[], depth: number): NodeId | undefined {
    const found = this.around(kind, near);
    if (found !== undefined) return found;
    const places = [...this.all.values()].filter((one) => kind.livesIn.includes(one.kind.id));
    const [only] = places;
    if (only && places.length === 1) return only.id;
    const host = this.hostOf(kind);
    return host && this.outside(host, 'outside', [], depth - 1);
  }

  private hostOf(kind: Kind): Kind | undefined {
    return this.catalog.get(kind.livesIn.find((id) => this.catalog.get(id) !== undefined) ?? '');
  }

  /** Named after their owner, once its name is read; not needed where the template names another in their place. */
  settleCompanions(): void {
    for (const owner of this.all.values()) {
      if (owner.record?.element) continue;
      for (const { field, suffix } of owner.kind.companions) {
        const twin = this.all.get(owner.companions.get(field) ?? '');
        if (!twin) continue;
        const named = owner.props[field];
        if (typeof named === 'string' && named !== twin.id && this.all.has(named)) {
          owner.companions.delete(field);
          this.all.delete(twin.id);
          this.added.splice(this.added.indexOf(twin.id), 1);
        } else twin.name = `${owner.name}-${suffix}`;
      }
    }
  }

  /** What each node is by now, with what its metadata keeps. */
  diagram(): Diagram {
    const nodes: Record<NodeId, DiagramNode> = {};
    for (const draft of this.all.values()) nodes[draft.id] = nodeOf(draft);
    for (const [id, node] of this.given) nodes[id] ??= node;
    return { nodes };
  }

  private make(start: Pick<Draft, 'id' | 'kind' | 'record' | 'name' | 'parent'>, base: Loose = {}): Draft {
    const draft: Draft = { ...start, companions: new Map(), base, props: base };
    this.all.set(draft.id, draft);
    return draft;
  }

  private addCompanions(owner: Draft): void {
    for (const { kind: kindId, suffix, field, inside, props } of owner.kind.companions) {
      const kind = this.catalog.get(kindId);
      if (!kind) continue;
      const id = freshId(this.taken, kindId);
      this.added.push(id);
      owner.companions.set(field, id);
      const parent = inside ? owner.id : owner.parent;
      this.make({ id, kind, name: suffix, parent }, props);
    }
  }
}

/** What its resource tells of a draft. */
export function toldOf(draft: Draft): Told {
  const props = Object.fromEntries(
    Object.entries(draft.props).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
  const made = draft.record?.element ? {} : Object.fromEntries(draft.companions);
  return { name: draft.name, parent: draft.parent, props: { ...props, ...made } };
}

function nodeOf(draft: Draft): DiagramNode {
  const element = draft.record?.element;
  const told = toldOf(draft);
  const { name, parent, props } = element ? restored(element, told) : told;
  const size = element ? element.size : draft.kind.container;
  return {
    id: draft.id,
    kind: draft.kind.id,
    name: name.slice(0, 128),
    ...(parent !== undefined && { parent }),
    position: element?.position ?? { x: 0, y: 0 },
    ...(size && { size: { ...size } }),
    ...(element?.locked !== undefined && { locked: element.locked }),
    props,
  };
}

/** Nodes that stand in the metadata of the template, because no resource can say them. */
export function givenNodes(template: { readonly [key: string]: Json }): Map<NodeId, DiagramNode> {
  const metadata = isJsonFields(template['Metadata']) ? template['Metadata'][METADATA] : undefined;
  const list = isJsonFields(metadata) ? metadata['elements'] : undefined;
  const read = (Array.isArray(list) ? (list as readonly Json[]) : []).map((one) => DiagramNode.safeParse(one));
  return new Map(read.flatMap((one) => (one.success ? [[one.data.id, one.data] as const] : [])));
}
