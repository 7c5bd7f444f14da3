import { catalog } from '../../src/catalog/index';
import { templates } from '../../src/catalog/templates';
import type { FacetContext } from '../../src/engine/facets';
import { factsOf } from '../../src/engine/facts-of';
import { Account } from '../../src/model/account';
import { Diagram, EMPTY_DIAGRAM, type DiagramNode } from '../../src/model/diagram';
import type { Json } from '../../src/model/json';
import { standInFor } from './stand-ins';
import { isFields, type Fields } from './fields';
import { wholesOf } from './fragment-whole';
import { FragmentReading, namedBy, type Named, type References, type Resource } from './fragment-values';

/** A fragment as a drawing. */
export interface Drawn {
  readonly diagram: Diagram;
  /** node → the resources of the fragment that it was read from; what is missing here stands in for something. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

const ACCOUNT = Account.parse({});

/** Reads the resources that our kinds know, and completes what they refer to and the fragment does not show. */
export function drawFragment(template: Fields): Drawn {
  return new Drawing(template).draw();
}

class Drawing implements References {
  private readonly nodes: Record<string, DiagramNode> = {};
  private readonly sources = new Map<string, string[]>();
  private readonly resources: ReadonlyMap<string, Resource>;
  private readonly ids = new Map<string, string>();
  /** resource → the one of the fragment that it was completed from. */
  private readonly origins = new Map<string, string>();
  private readonly context: FacetContext = {
    ...factsOf(EMPTY_DIAGRAM, ACCOUNT, catalog),
    node: (id) => (id === undefined ? undefined : this.nodes[id]),
    hasTrait: (id, trait) => catalog.get(this.nodes[id ?? '']?.kind ?? '')?.traits.includes(trait) ?? false,
  };

  constructor(template: Fields) {
    const written = isFields(template['Resources']) ? template['Resources'] : {};
    this.resources = new Map(
      Object.entries(written).flatMap(([name, one]): [string, Resource][] => {
        if (!isFields(one) || typeof one['Type'] !== 'string') return [];
        const wholes = wholesOf(name, one['Type'], one['Properties']);
        for (const whole of wholes) this.origins.set(whole.name, whole.of);
        return wholes.map((whole) => [whole.name, whole.resource]);
      }),
    );
  }

  draw(): Drawn {
    for (const [name, resource] of this.resources) {
      const found = kindOf(this.reading(name, resource), resource.Type);
      if (found) this.add(found, name, this.nameOf(name, resource, found), [name]);
    }
    for (const [name, resource] of this.resources) this.readNode(name, resource);
    for (const [name, resource] of this.resources) this.readPart(name, resource);
    for (const node of Object.values(this.nodes)) this.place(node);
    return { diagram: Diagram.parse({ nodes: this.nodes }), sources: this.sources };
  }

  resource(logicalId: string): Resource | undefined {
    return this.resources.get(logicalId);
  }

  readonly speller = ({ resource, attribute }: Named): string => {
    if (resource === 'AWS::Partition') return 'aws';
    if (resource === 'AWS::AccountId') return ACCOUNT.id;
    if (resource === 'AWS::Region') return ACCOUNT.region;
    const id = this.ids.get(resource);
    const node = id === undefined ? undefined : this.nodes[id];
    if (!node) return attribute?.endsWith('Arn') ? arnElsewhere(resource) : resource;
    const template = templates.get(node.kind);
    const wantsArn = attribute === undefined ? template?.ref === 'arn' : attribute === template?.arn;
    return (wantsArn ? this.arnOf(node) : undefined) ?? node.name;
  };

  find(value: Json, property: string): string | undefined {
    const named = namedBy(value);
    const known = named && this.ids.get(named.resource);
    if (known !== undefined) return known;
    const text = new FragmentReading('', '', value, this).text('') ?? 'elsewhere';
    const byName = Object.values(this.nodes).find((one) => one.name === text || this.arnOf(one) === text);
    if (byName) return byName.id;
    const kind = standInFor(property, text);
    return kind === undefined ? undefined : this.add(kind.kind, `other-${text}`, text, [], kind.props(text));
  }

  private reading(name: string, resource: Resource): FragmentReading {
    return new FragmentReading(name, resource.Type, resource.Properties ?? {}, this);
  }

  private nameOf(name: string, resource: Resource, kind: string): string {
    const property = templates.get(kind)?.nodes[resource.Type]?.name;
    return ((property && this.reading(name, resource).text(property)) || name).slice(0, 128);
  }

  private arnOf(node: DiagramNode): string | undefined {
    const kind = catalog.get(node.kind);
    return kind?.facets.arn?.({ ...node, props: kind.complete(node.props).props }, this.context);
  }

  private add(kind: string, key: string, name: string, sources: string[], props: Fields = {}): string {
    const base =
      key
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60) || 'node';
    let id = base;
    for (let index = 2; this.nodes[id]; index += 1) id = `${base}-${index}`;
    this.nodes[id] = { id, kind, name: name.slice(0, 128), position: { x: 0, y: 0 }, props };
    if (sources.length > 0) {
      this.sources.set(id, sources);
      this.ids.set(key, id);
    }
    return id;
  }

  private readNode(name: string, resource: Resource): void {
    const id = this.ids.get(name);
    const node = id === undefined ? undefined : this.nodes[id];
    const reader = node && templates.get(node.kind)?.nodes[resource.Type];
    if (!node || !reader) return;
    const reading = this.reading(name, resource);
    const props = reader.props(reading, this.context);
    if (typeof props !== 'string') this.merge(node.id, props);
    const parent = (reader.in ?? []).map((path) => reading.ref(path)).find((one) => one !== undefined);
    const now = this.nodes[node.id];
    if (now && parent !== undefined) this.nodes[node.id] = { ...now, parent };
  }

  /** A part belongs to every node that it names. One that names nobody whom we know gets an owner of its own. */
  private readPart(name: string, resource: Resource): void {
    const readers = [...templates].flatMap(([kind, { parts }]) => {
      const part = parts?.[resource.Type];
      return part ? [{ kind, part }] : [];
    });
    const reading = this.reading(name, resource);
    const owners = readers.flatMap(({ kind, part }) =>
      part.of.flatMap((path) => reading.list(path).flatMap((one) => this.ownerOf(kind, one))),
    );
    const [first] = readers;
    const all =
      owners.length > 0 || !first || this.ids.has(name)
        ? owners
        : [{ kind: first.kind, id: this.add(first.kind, name, name, [name]) }];
    for (const { kind, id } of all) {
      const node = this.nodes[id];
      const known = catalog.get(kind);
      const part = readers.find((one) => one.kind === kind)?.part;
      if (!node || !known || !part) continue;
      const read = part.add(reading, { ...node, props: known.complete(node.props).props }, this.context, node.props);
      if (typeof read !== 'string') this.merge(id, read.props ?? {});
      const sources = this.sources.get(id) ?? [];
      this.sources.set(id, [...new Set([...sources, this.origins.get(name) ?? name])]);
    }
  }

  private ownerOf(
    kind: string,
    reading: { text(path: string): string | undefined; ref(path: string): string | undefined },
  ) {
    const text = reading.text('');
    const known = reading.ref('');
    if (known !== undefined && this.nodes[known]?.kind === kind) return [{ kind, id: known }];
    if (known !== undefined || text === undefined) return [];
    return [{ kind, id: this.add(kind, `other-${text}`, text, []) }];
  }

  private merge(id: string, props: { readonly [key: string]: Json | undefined }): void {
    const node = this.nodes[id];
    if (!node) return;
    const given = Object.entries(props).filter((entry): entry is [string, Json] => entry[1] !== undefined);
    this.nodes[id] = { ...node, props: { ...node.props, ...Object.fromEntries(given) } };
  }

  /** A subnet without a VPC, a server without a subnet: AWS has none, and a fragment may leave it out. */
  private place(node: DiagramNode): void {
    const kind = catalog.get(node.kind);
    if (!kind || kind.livesIn.includes('account')) return;
    const stands = node.parent !== undefined && kind.livesIn.includes(this.nodes[node.parent]?.kind ?? '');
    const [container] = kind.livesIn;
    if (stands || container === undefined) return;
    const parent = this.add(container, `around-${node.id}`, `around ${node.name}`, [], containerProps(container));
    this.nodes[node.id] = { ...node, parent };
    const made = this.nodes[parent];
    if (made) this.place(made);
  }
}

function containerProps(kind: string): Fields {
  return kind === 'vpc' ? { cidr: '10.0.0.0/16' } : kind === 'subnet' ? { cidr: '10.0.250.0/24' } : {};
}

function kindOf(reading: FragmentReading, type: string): string | undefined {
  return [...templates].find(([, { nodes }]) => {
    const reader = nodes[type];
    return reader !== undefined && (reader.when?.(reading) ?? true);
  })?.[0];
}

/** The ARN of something that the fragment does not show, as far as its name tells what it is. */
function arnElsewhere(name: string): string {
  return /bucket|s3/i.test(name)
    ? `arn:aws:s3:::${name.toLowerCase()}`
    : `arn:aws:other:${ACCOUNT.region}:${ACCOUNT.id}:${name}`;
}
