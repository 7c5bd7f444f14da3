import { readNameTag, type Reading, type Templates } from '../../catalog/cloudformation';
import type { Kind, KindCatalog } from '../../catalog/kind';
import type { Catalog } from '../../engine/facets';
import { pseudoParameters } from '../../catalog/pseudo-parameters';
import { buildGraph, type Graph } from '../../engine/graph';
import type { Account } from '../../model/account';
import type { Diagram, NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import { placeOf } from '../../model/json-limits';
import { admits } from '../placement';
import { capitalise, withArticle } from '../words';
import { Drafts, givenNodes, toldOf, type Draft, type Loose } from './drafts';
import { fit, shown } from './fit';
import type { Told } from './kept';
import type { Assumed, Ignored } from './outcome';
import { TrackedReading, valueAt, type ResourceTrack, type World } from './reading';
import { ownParameters, type ParameterValues } from './parameters';
import { recordsOf } from './records';
import { Resolver } from './resolve';
import { whyNotDrawn } from '../../catalog/not-drawn';
import { isFields, isJsonFields, isList } from './values';
import { worldOf } from './world';

export interface Known {
  readonly catalog: KindCatalog & Catalog;
  readonly templates: Templates;
  readonly account: Account;
}

/** What a template says. */
export interface ReadTemplate {
  readonly diagram: Diagram;
  /** what the resources themselves tell of each node. */
  readonly told: ReadonlyMap<NodeId, Told>;
  readonly nodes: ReadonlyMap<string, NodeId>;
  readonly added: readonly NodeId[];
  readonly placed: boolean;
  readonly ignored: readonly Ignored[];
  readonly assumed: readonly Assumed[];
}

const NOT_READ = 'Perimeter has no such property.';
const NO_OWNER = 'What it belongs to is not in this diagram.';
const LOOKED_UP = 'CloudFormation looks this value up when it makes the stack. The text stands in for it.';
const TAGS = 'Of the tags only Name is shown.';

/** Reads a template that is JSON already. Pure; never throws. */
export function readTemplate(
  template: { readonly [key: string]: Json },
  known: Known,
  values: ParameterValues = {},
): ReadTemplate {
  return new TemplateReader(template, known, values).read();
}

class TemplateReader {
  private readonly assumed = new Map<string, Assumed>();
  /** name → what stands in for what it names. */
  private readonly standIns = new Map<string, Assumed>();
  /** property → the kind that it names. */
  private readonly namedBy: ReadonlyMap<string, Kind>;
  /** what is read now, and whether stand-ins may be made for what it names. */
  private at: NodeId | undefined;
  private final = false;
  /** found for good. */
  private readonly lost: Ignored[] = [];
  /** found in this round. */
  private found: Ignored[] = [];
  private readonly resolver: Resolver;
  private readonly drafts: Drafts;
  private readonly tracks: Map<string, ResourceTrack>;
  private graph: Graph;

  constructor(
    template: { readonly [key: string]: Json },
    private readonly known: Known,
    values: ParameterValues,
  ) {
    const { catalog, account } = known;
    this.namedBy = new Map(
      [...known.templates].flatMap(([id, { namedBy = [] }]) => {
        const kind = catalog.get(id);
        return kind ? namedBy.map((property) => [property, kind] as const) : [];
      }),
    );
    const own = ownParameters(known.templates);
    const assume = (what: string, reason: string) => {
      if (!own.has(what)) this.assumed.set(`${what} ${reason}`, { what, reason });
    };
    this.resolver = new Resolver(template, pseudoParameters(account), account.region, assume, values);
    this.drafts = new Drafts(catalog, givenNodes(template));
    const resources = isJsonFields(template['Resources']) ? template['Resources'] : {};
    const records = recordsOf(resources, this.resolver, known, (one) => this.lost.push(one));
    this.tracks = new Map(records.tracks);
    for (const record of records.nodes) this.drafts.add(record);
    this.graph = this.look();
  }

  read(): ReadTemplate {
    // Texts name ARNs, ARNs need names, and some names stand in neighbours: what the first round finds, the second reads.
    // Where everything stands is known after the first: then what is outside finds its place, and one more reads it.
    for (let round = 0; round < 2; round += 1) {
      this.final = round === 1;
      const before = this.drafts.added.length;
      this.round();
      this.graph = this.look();
      if (!this.final || this.drafts.added.length <= before) continue;
      this.round();
      this.graph = this.look();
    }
    const drafts = [...this.drafts.all.values()];
    const unread = [...this.tracks.values()].filter(({ followed }) => followed).flatMap(unreadOf);
    if (this.resolver.exhausted) {
      this.lost.push({ resource: 'Resources', reason: 'The template is too much work. The rest of it is left out.' });
    }
    return {
      diagram: this.drafts.diagram(),
      told: new Map(drafts.map((draft) => [draft.id, toldOf(draft)])),
      nodes: this.drafts.byLogicalId,
      added: this.drafts.added,
      placed: drafts.every(({ record }) => record?.element?.position !== undefined),
      ignored: [...this.lost, ...this.found, ...unread],
      assumed: [
        ...[...this.assumed.values()].filter(({ what }) => !this.standIns.has(what)),
        ...this.standIns.values(),
      ],
    };
  }

  private look(): Graph {
    return buildGraph(this.drafts.diagram(), this.known.account, this.known.catalog);
  }

  private round(): void {
    this.found = [];
    const { byLogicalId, all } = this.drafts;
    const companions = new Map([...all.values()].map((draft) => [draft.id, draft.companions]));
    const { tracks, graph, resolver } = this;
    const { templates } = this.known;
    const outside: World['outside'] = (property, text) => this.outside(property, text);
    const lookedUp: World['lookedUp'] = (what) => this.assumed.set(what, { what, reason: LOOKED_UP });
    const world = worldOf({ tracks, byLogicalId, companions, graph, resolver, templates, lookedUp, outside });
    for (const track of tracks.values()) track.forget();
    for (const draft of [...all.values()]) this.readNode(draft, world);
    const parts = [...tracks.values()].filter((track) => !byLogicalId.has(track.logicalId));
    const refusals = new Map(parts.map((track) => [track, this.readPart(track, world)]));
    this.settlePlaces();
    this.drafts.settleCompanions();
    for (const [track, reason] of refusals) if (!track.followed) this.found.push({ ...naming(track), reason });
  }

  private readNode(draft: Draft, world: World): void {
    draft.props = draft.base;
    if (!draft.record) return;
    const { reader, track, element } = draft.record;
    this.at = draft.id;
    const reading = new TrackedReading(track, world);
    track.followed = true;
    reader.when?.(reading);
    draft.name = nameOf(track, reading, reader);
    const props = reader.props(reading, this.graph);
    const refusal = typeof props === 'string' ? props : this.accept(draft, props, track);
    if (refusal !== undefined) {
      this.lost.push({ ...naming(track), reason: refusal });
      this.drafts.drop(draft);
      this.tracks.delete(track.logicalId);
    } else if (reader.in) draft.parent = this.containerOf(draft, reading, reader.in, element === undefined);
  }

  /** Why the node cannot be drawn at all, if so. */
  private accept(draft: Draft, props: Loose, track: ResourceTrack): string | undefined {
    const fitting = fit(draft.kind, props);
    const essential: readonly string[] = draft.record?.track === track ? (draft.record.reader.essential ?? []) : [];
    const missing = essential.find((key) => props[key] === undefined);
    if (missing !== undefined) return `Its property “${missing}” cannot be known from the template.`;
    const wrong = fitting.misfits.find(({ key }) => essential.includes(key));
    if (wrong) {
      const value = shown(props[wrong.key] ?? '');
      return `Perimeter knows no ${uncapitalised(draft.kind.title)} with the ${wrong.property} ${value}.`;
    }
    for (const { property, reason } of fitting.misfits) this.found.push({ ...naming(track), property, reason });
    // A value that is the default again must not leave the old one standing.
    const reset = Object.fromEntries(Object.keys(props).map((key) => [key, undefined]));
    draft.props = { ...draft.props, ...reset, ...fitting.props };
    return undefined;
  }

  private containerOf(draft: Draft, reading: Reading, paths: readonly string[], standIn: boolean): NodeId | undefined {
    const { catalog } = this.known;
    for (const path of paths) {
      const id = reading.ref(path);
      const container = id === undefined ? undefined : this.graph.node(id);
      if (container && admits(catalog, draft.kind, catalogNode(container))) return container.id;
    }
    if (!standIn || admits(catalog, draft.kind, undefined)) return undefined;
    const path = paths.find((one) => reading.has(one));
    const name = path === undefined ? 'default' : (reading.text(path) ?? 'outside');
    const id = this.drafts.container(draft.kind, name);
    if (id !== undefined) {
      const which = path === undefined ? `${draft.name} does not say where it stands.` : 'It is not in the template.';
      this.noteStandIn(name, id, which);
    }
    return id;
  }

  private outside(property: string, text: string): NodeId | undefined {
    const kind = this.final ? this.namedBy.get(property) : undefined;
    // Our own templates never name what they do not bring.
    const ours = this.at === undefined ? undefined : this.drafts.all.get(this.at)?.record?.element;
    if (!kind || ours) return undefined;
    const id = this.drafts.outside(kind, text, this.neighbours(this.at));
    if (id !== undefined) this.noteStandIn(text, id, 'It is not in the template.');
    return id;
  }

  /** Who has no property that says where it stands, stands where what it names does. */
  private settlePlaces(): void {
    for (const draft of this.drafts.all.values()) {
      if (!draft.record || draft.record.element || draft.parent !== undefined) continue;
      if (admits(this.known.catalog, draft.kind, undefined)) continue;
      draft.parent = this.drafts.around(draft.kind, this.neighbours(draft.id));
    }
  }

  /** A node, and what it named in the round before. */
  private neighbours(id: NodeId | undefined): readonly NodeId[] {
    if (id === undefined) return [];
    const named = Object.values(this.graph.node(id)?.props ?? {}).flat();
    return [id, ...named.flatMap((one) => (typeof one === 'string' && this.drafts.all.has(one) ? [one] : []))];
  }

  private noteStandIn(what: string, id: NodeId, why: string): void {
    const kind = this.drafts.all.get(id)?.kind;
    if (!kind || this.standIns.has(what)) return;
    const host = capitalise(withArticle(uncapitalised(kind.title)));
    this.standIns.set(what, { what, reason: `${why} ${host} with Perimeter’s defaults stands in for it.` });
  }

  /** Adds a resource to the nodes that it is a part of. Gives back why it is none, in case nobody else asks for it. */
  private readPart(track: ResourceTrack, world: World): string {
    let reason: string | undefined;
    for (const [kindId, { parts }] of this.known.templates) {
      const reader = parts && Object.hasOwn(parts, track.type) ? parts[track.type] : undefined;
      if (!reader) continue;
      reason ??= NO_OWNER;
      const reading = new TrackedReading(track, world);
      this.at = undefined;
      const named = reader.ofEvery ? this.drafts.all.keys() : reader.of.flatMap((path) => ownersAt(reading, path));
      const owners = [...named].flatMap((id) => this.drafts.all.get(id) ?? []).filter(({ kind }) => kind.id === kindId);
      for (const draft of owners) {
        const node = this.graph.node(draft.id);
        if (!node) continue;
        // What was written stays as it was written: a part adds to it.
        const props = { ...draft.kind.complete(toldOf(draft).props).props, ...toldOf(draft).props };
        const told = reader.add(reading, { ...node, props }, this.graph, draft.props);
        if (typeof told === 'string') reason = told;
        else {
          track.followed = true;
          if (told.name !== undefined) draft.name = told.name;
          if (told.parent !== undefined) draft.parent = told.parent;
          this.accept(draft, told.props ?? {}, track);
        }
      }
    }
    return reason ?? whyNotDrawn(track.type);
  }
}

/** Inside a sentence; an acronym stays. */
function uncapitalised(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;
}

/** The nodes that a part names, itself or by way of another part. */
function ownersAt(reading: Reading, path: string): readonly NodeId[] {
  const [first = '', next] = path.split(' > ');
  return (next === undefined ? reading.refs(first) : reading.follow(first)?.refs(next)) ?? [];
}

function naming({ logicalId, type }: ResourceTrack): { resource: string; type: string } {
  return { resource: logicalId, type };
}

function catalogNode(node: { readonly kind: string }) {
  return node as Parameters<typeof admits>[2];
}

function nameOf(
  track: ResourceTrack,
  reading: Reading,
  reader: { readonly name?: string; readonly tags?: string },
): string {
  const tag = readNameTag(reading, reader.tags);
  const name = (reader.name === undefined ? undefined : reading.text(reader.name)) ?? tag ?? track.logicalId;
  return name.trim().slice(0, 128) || track.logicalId;
}

function unreadOf(track: ResourceTrack): Ignored[] {
  const tags = valueAt(track.properties, ['Tags']);
  const others = isList(tags)
    ? tags.some((one) => isFields(one) && one['Key'] !== 'Name')
    : isFields(tags) && Object.keys(tags).length > 0;
  const left = track.unread(NOT_READ).filter(({ path }) => path[0] !== 'Tags');
  return [
    ...left.map(({ path, reason }) => ({ ...naming(track), property: placeOf(path), reason })),
    ...(others ? [{ ...naming(track), property: 'Tags', reason: TAGS }] : []),
  ];
}
