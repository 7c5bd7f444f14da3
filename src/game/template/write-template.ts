import type { CloudFormation, CloudFormationParameter, CloudFormationPart } from '../../catalog/cloudformation';
import { CATEGORIES } from '../../catalog/kind';
import { ACCOUNT, accountOf } from '../../engine/accounts';
import type { AnyNode } from '../../engine/facets';
import { buildGraph, type Graph } from '../../engine/graph';
import type { Diagram, DiagramNode, NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import { count, listWords } from '../words';
import { Dependencies } from './dependencies';
import type { Forced } from './forced';
import { elementOf, METADATA, same, type Element } from './kept';
import { LogicalIds } from './logical-ids';
import { Mentions } from './mentions';
import { readTemplate, type Known } from './read-template';
import { isJsonFields } from './values';

type Fields = { readonly [key: string]: Json };

export interface WrittenTemplate {
  readonly template: Fields;
  /** what a template cannot say, one sentence each. */
  readonly notes: readonly string[];
  /** node → logical ids of its resource and of its parts, in the order of the template. */
  readonly resources: ReadonlyMap<NodeId, readonly string[]>;
}

/** What is said of requirements: where they rest, and their words. */
export interface Reasons {
  readonly forced?: Forced | undefined;
  readonly titles?: ReadonlyMap<string, string>;
}

/** CloudFormation takes no more in one stack. */
const MOST_RESOURCES = 500;
const POLICY = /(Policy|PolicyDocument|PolicyText)$/;
const FUNCTION = /^(Ref|Fn::.*)$/;

/** A diagram as a template. The same diagram always gives the same template. */
export function writeTemplate(diagram: Diagram, known: Known, reasons: Reasons = {}): WrittenTemplate {
  return new TemplateWriter(diagram, known).write(reasons);
}

interface Resource {
  /** what `reference` calls it: a node's id, or a part's. */
  readonly token: string;
  readonly logicalId: string;
  readonly made: CloudFormationPart;
  /** the node that it is, or is a part of. */
  readonly owner: NodeId;
}

class TemplateWriter {
  private readonly graph: Graph;
  private readonly made = new Map<NodeId, CloudFormation>();
  private readonly resources: Resource[] = [];
  private readonly parameters: Record<string, CloudFormationParameter> = {};
  /** token → how a template names it. */
  private readonly logicalIds = new Map<string, string>();
  /** a node that AWS makes with another → that other's attribute. */
  private readonly attributes = new Map<NodeId, readonly [owner: NodeId, attribute: string]>();
  /** logical id → parts that must be there before anybody uses it. */
  private readonly needed = new Map<string, string[]>();
  private readonly dependencies = new Dependencies();
  private readonly mentions: Mentions;
  private readonly notes = new Set<string>();

  constructor(
    private readonly diagram: Diagram,
    private readonly known: Known,
  ) {
    this.graph = buildGraph(diagram, known.account, known.catalog);
    const ids = new LogicalIds();
    for (const node of this.graph.nodes) this.ask(node);
    for (const name of Object.keys(this.parameters).sort()) this.logicalIds.set(name, ids.reserve(name));
    for (const node of this.graph.nodes) this.name(node, ids);
    this.resources.sort((a, b) => this.compare(a, b));
    this.mentions = new Mentions(this.graph, known.templates, this.logicalIds);
  }

  write({ forced = new Map(), titles = new Map() }: Reasons): WrittenTemplate {
    const resources = this.bodies();
    const elements = Object.values(this.diagram.nodes)
      .filter(({ id }) => !this.made.has(id))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    this.noteOmissions(elements);
    let describe = (node: DiagramNode): object => this.bare(node);
    // Texts depend on names, and metadata keeps names: the second reading has the names that every later one will have.
    for (let round = 0; round < 2; round += 1) {
      const { told } = readTemplate(this.assemble(resources, elements, describe), this.known);
      describe = (node) => {
        const own = told.get(node.id);
        return own ? elementOf(node, own) : this.bare(node);
      };
    }
    const reasoned = (node: DiagramNode) => ({
      ...describe(node),
      ...(forced.has(node.id) && { requirements: forced.get(node.id) ?? {} }),
    });
    const template = this.assemble(resources, elements, reasoned, titles);
    const own = new Map<NodeId, string[]>();
    for (const { owner, logicalId } of this.resources) own.set(owner, [...(own.get(owner) ?? []), logicalId]);
    return { template, notes: [...this.notes], resources: own };
  }

  private ask(node: AnyNode): void {
    if (this.isElsewhere(node.id)) return;
    const template = this.known.templates.get(node.kind);
    const made = this.known.catalog.has(node.kind) ? template?.write(node, this.graph) : undefined;
    if (!made) return;
    this.made.set(node.id, made);
    for (const note of made.Notes ?? []) this.notes.add(note);
    Object.assign(this.parameters, made.Parameters);
    for (const [attribute, field] of Object.entries(template?.companions ?? {})) {
      const companion = node.props[field];
      if (typeof companion === 'string' && companion !== node.id) this.attributes.set(companion, [node.id, attribute]);
    }
  }

  /** A stack makes resources of one account. */
  private isElsewhere(id: NodeId | undefined): boolean {
    return accountOf(id, this.graph) !== this.known.account;
  }

  private name(node: AnyNode, ids: LogicalIds): void {
    const made = this.made.get(node.id);
    if (!made) return;
    const logicalId = ids.take(node.name, node.kind);
    this.logicalIds.set(node.id, logicalId);
    this.resources.push({ token: node.id, logicalId, made, owner: node.id });
    for (const [suffix, part] of Object.entries(made.With ?? {})) {
      const token = `${node.id}/${suffix}`;
      const own = ids.take(`${logicalId}${suffix}`, suffix);
      this.logicalIds.set(token, own);
      this.resources.push({ token, logicalId: own, made: part, owner: node.id });
      if (part.needed) this.needed.set(logicalId, [...(this.needed.get(logicalId) ?? []), own]);
    }
  }

  /** By category, containers before what stands in them, each element with its parts. */
  private compare(a: Resource, b: Resource): number {
    if (a.owner === b.owner) return 0;
    const [[categoryA, depthA, kindA], [categoryB, depthB, kindB]] = [this.rank(a.owner), this.rank(b.owner)];
    return categoryA - categoryB || depthA - depthB || inOrder(kindA, kindB) || inOrder(a.owner, b.owner);
  }

  private rank(id: NodeId): readonly [category: number, depth: number, kind: string] {
    const kind = this.known.catalog.get(this.diagram.nodes[id]?.kind ?? '');
    const depth = this.graph.ancestors(id).length;
    return [kind ? CATEGORIES.indexOf(kind.category) : CATEGORIES.length, depth, kind?.id ?? ''];
  }

  /** Three rounds, so that what must wait does, before what may. */
  private bodies(): ReadonlyMap<string, { readonly source: Resource; readonly body: Fields }> {
    const bodies = new Map<string, { source: Resource; properties: Fields; depends: Set<string>; targets: string[] }>();
    for (const source of this.resources) {
      const targets: string[] = [];
      const properties = this.refer(source.made.Properties, source.logicalId, targets);
      const depends = new Set<string>();
      for (const token of source.made.DependsOn ?? []) {
        const target = this.logicalIds.get(token);
        if (target !== undefined && this.dependencies.add(source.logicalId, target)) depends.add(target);
      }
      bodies.set(source.logicalId, {
        source,
        properties: isJsonFields(properties) ? properties : {},
        depends,
        targets,
      });
    }
    for (const [logicalId, { properties }] of bodies) {
      strings(properties, (text, policy) => {
        if (policy) for (const target of this.mentions.needs(text)) this.dependencies.add(logicalId, target);
      });
    }
    for (const [logicalId, { targets, depends, source }] of bodies) {
      for (const part of targets.flatMap((target) => this.needed.get(target) ?? [])) {
        const ours = this.logicalIds.get(source.owner);
        if (part === logicalId || (this.needed.get(ours ?? '') ?? []).includes(part)) continue;
        if (this.dependencies.add(logicalId, part)) depends.add(part);
      }
    }
    return new Map(
      [...bodies].map(([logicalId, { source, properties, depends }]) => {
        const Properties = this.portable(properties, logicalId, false);
        const DependsOn = [...depends].sort();
        const body: Fields = {
          Type: source.made.Type,
          ...(DependsOn.length > 0 && { DependsOn: DependsOn.length === 1 ? (DependsOn[0] ?? '') : DependsOn }),
          ...(Object.keys(properties).length > 0 && { Properties }),
        };
        return [logicalId, { source, body }] as const;
      }),
    );
  }

  /** Node ids become logical ids. What has none is left out. */
  private refer(value: Json, from: string, targets: string[], policy = false): Json | undefined {
    if (value === null || typeof value !== 'object' || policy) {
      return policy && hasFunction(value) ? JSON.stringify(value, null, 2) : value;
    }
    if (Array.isArray(value)) return (value as readonly Json[]).flatMap((one) => this.refer(one, from, targets) ?? []);
    const fields = value as Fields;
    const [only, ...others] = Object.keys(fields);
    if (others.length === 0 && (only === 'Ref' || only === 'Fn::GetAtt')) return this.pointer(fields, from, targets);
    if (others.length === 0 && only === 'Fn::Join') {
      const [separator = '', items] = Array.isArray(fields[only]) ? (fields[only] as readonly Json[]) : [];
      const list = Array.isArray(items) ? (items as readonly Json[]) : [];
      const parts = list.map((one) => this.refer(one, from, targets));
      return parts.includes(undefined) ? undefined : { 'Fn::Join': [separator, parts as readonly Json[]] };
    }
    return Object.fromEntries(
      Object.entries(fields).flatMap(([key, one]): [string, Json][] => {
        const said = this.refer(one, from, targets, POLICY.test(key));
        return said === undefined ? [] : [[key, said]];
      }),
    );
  }

  private pointer(fields: Fields, from: string, targets: string[]): Json | undefined {
    const [token, attribute] = Array.isArray(fields['Fn::GetAtt'])
      ? (fields['Fn::GetAtt'] as readonly string[])
      : [String(fields['Ref'])];
    const owned = this.attributes.get(token ?? '');
    const logicalId = this.logicalIds.get(owned && !this.made.has(token ?? '') ? owned[0] : (token ?? ''));
    if (logicalId === undefined && attribute === 'Arn' && this.isElsewhere(token)) return this.graph.arn(token);
    if (logicalId === undefined) {
      this.notes.add(`${from} refers to ${this.graph.nameOf(token)}, which a template cannot name.`);
      return undefined;
    }
    if (Object.hasOwn(this.parameters, logicalId)) return { Ref: logicalId };
    if (from === logicalId) return this.ownName(token, attribute, from);
    if (!this.dependencies.add(from, logicalId)) {
      this.notes.add(`${from} and ${logicalId} refer to each other. CloudFormation can make neither first.`);
    }
    targets.push(logicalId);
    if (owned && !this.made.has(token ?? '')) return { 'Fn::GetAtt': [logicalId, owned[1]] };
    return attribute === undefined ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] };
  }

  /** No resource may wait for itself: it says its own name, if it has one before it is made. */
  private ownName(token: NodeId | undefined, attribute: string | undefined, from: string): Json | undefined {
    const made = this.made.get(token ?? '');
    const template = this.known.templates.get(this.diagram.nodes[token ?? '']?.kind ?? '');
    const property =
      template?.ref === 'name' && attribute === undefined ? template.nodes[made?.Type ?? '']?.name : undefined;
    const name = property === undefined ? undefined : made?.Properties[property];
    if (typeof name === 'string') return name;
    this.notes.add(`${from} refers to itself, which a template cannot say.`);
    return undefined;
  }

  /** Account, Region and what policies name, as references. */
  private portable(value: Json, from: string, policy: boolean): Json {
    if (typeof value === 'string') {
      const wait = (target: string) => this.dependencies.add(from, target);
      const { value: said, stuck } = this.mentions.substitute(value, policy, wait);
      for (const target of stuck) {
        this.notes.add(`A policy of ${from} names ${target} before it exists. Write it in when the stack is there.`);
      }
      return said;
    }
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map((one) => this.portable(one, from, policy));
    return Object.fromEntries(
      Object.entries(value as Fields).map(([key, one]) => [
        key,
        (FUNCTION.test(key) && key !== 'Fn::Join') || key === 'Tags'
          ? one
          : this.portable(one, from, policy || POLICY.test(key)),
      ]),
    );
  }

  private bare(node: DiagramNode): Element {
    const companions = this.known.catalog.get(node.kind)?.companions ?? [];
    const props = companions.flatMap(({ field }) => {
      const value = node.props[field];
      return typeof value === 'string' ? [[field, { value }] as const] : [];
    });
    return {
      id: node.id,
      kind: node.kind,
      position: node.position,
      ...(props.length > 0 && { props: Object.fromEntries(props) }),
    };
  }

  private assemble(
    resources: ReturnType<TemplateWriter['bodies']>,
    elements: readonly DiagramNode[],
    describe: (node: DiagramNode) => object,
    titles: ReadonlyMap<string, string> = new Map(),
  ): Fields {
    const entries = [...resources].map(([logicalId, { source, body }]): [string, Json] => {
      const node = source.token === source.owner ? this.diagram.nodes[source.owner] : undefined;
      return [logicalId, { ...body, ...(node && { Metadata: { [METADATA]: describe(node) as Json } }) }];
    });
    return {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: 'Drawn with Perimeter. Read it before you deploy it: code and addresses are examples.',
      ...(Object.keys(this.parameters).length > 0 && { Parameters: this.parameters as unknown as Json }),
      Resources: Object.fromEntries(entries),
      Metadata: {
        [METADATA]: {
          ...(elements.length > 0 && { elements: elements as unknown as Json }),
          ...(this.notes.size > 0 && { notes: [...this.notes] }),
          // What the requirements ask for that the metadata of resources names.
          ...(titles.size > 0 && { requirements: Object.fromEntries(titles) }),
        },
      },
    };
  }

  /** The names of what belongs to each other account, by its number. */
  private elsewhere(elements: readonly DiagramNode[]): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const { id, name } of elements) {
      const account = accountOf(id, this.graph);
      if (account !== this.known.account) found.set(account.id, [...(found.get(account.id) ?? []), name]);
    }
    return found;
  }

  private noteOmissions(elements: readonly DiagramNode[]): void {
    const { catalog } = this.known;
    const plain: string[] = [];
    for (const [id, names] of this.elsewhere(elements)) {
      this.notes.add(
        `${listWords(names, 'and', names.length)}: of account ${id}. Deploy ${names.length === 1 ? 'it' : 'them'} there, with a template of its own.`,
      );
    }
    for (const node of elements) {
      if (this.isElsewhere(node.id) || this.graph.hasTrait(node.id, ACCOUNT)) continue;
      const owner = this.graph.nodes.find(({ kind, props }) =>
        catalog.get(kind)?.companions.some((one) => one.kind === node.kind && props[one.field] === node.id),
      );
      const kind = catalog.get(node.kind);
      const usual = owner && catalog.get(owner.kind)?.companions.find((one) => owner.props[one.field] === node.id);
      if (!owner || !usual || !kind) plain.push(kind ? `${node.name} (${kind.title})` : node.name);
      else if (!same(kind.complete(node.props).props as Json, kind.complete(usual.props).props as Json)) {
        this.notes.add(
          `AWS makes ${node.name} together with ${owner.name}. A template cannot change it as drawn here.`,
        );
      }
    }
    if (plain.length > 0) {
      this.notes.add(
        `${listWords(plain, 'and', plain.length)}: CloudFormation has no resource for ${plain.length === 1 ? 'it' : 'them'}.`,
      );
    }
    if (this.resources.length > MOST_RESOURCES) {
      this.notes.add(
        `${count(this.resources.length, 'resource')}: a stack takes at most ${MOST_RESOURCES}. Split the template.`,
      );
    }
  }
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Would CloudFormation take a part of this policy for a function of its own? */
function hasFunction(value: Json): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return (value as readonly Json[]).some(hasFunction);
  return Object.entries(value as Fields).some(([key, one]) => FUNCTION.test(key) || hasFunction(one));
}

function strings(value: Json, visit: (text: string, policy: boolean) => void, policy = false): void {
  if (typeof value === 'string') visit(value, policy);
  else if (Array.isArray(value)) for (const one of value as readonly Json[]) strings(one, visit, policy);
  else if (value !== null && typeof value === 'object') {
    for (const [key, one] of Object.entries(value as Fields)) strings(one, visit, policy || POLICY.test(key));
  }
}
