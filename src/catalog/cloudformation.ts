import type { FacetContext, NodeOf } from '../engine/facets';
import type { NodeId } from '../model/diagram';
import type { Json } from '../model/json';

type Properties = { readonly [key: string]: Json };

export interface CloudFormationResource {
  readonly Type: string;
  readonly Properties: Properties;
  /** what must exist first, where no property says so: ids of nodes or of parts. */
  readonly DependsOn?: readonly string[];
}

/** A resource beside the main one. `needed`: whatever refers to the node waits for this part as well. */
export interface CloudFormationPart extends CloudFormationResource {
  readonly needed?: boolean;
}

/**
 * One node as a template resource; `With` holds the parts that AWS models as resources of their own. References name
 * node ids (`reference`, `attribute`, `part`); the export gives them their logical ids.
 */
export interface CloudFormation extends CloudFormationResource {
  readonly With?: { readonly [suffix: string]: CloudFormationPart };
  /** what whoever creates the stack must tell; `reference` names them by their own name. */
  readonly Parameters?: { readonly [name: string]: CloudFormationParameter };
  /** what a template cannot say, one sentence each; the player reads them. */
  readonly Notes?: readonly string[];
}

export interface CloudFormationParameter {
  readonly Type: 'String';
  readonly Description: string;
  readonly AllowedPattern: string;
}

/** The properties of one resource of a template, with intrinsic functions resolved. What nobody reads is reported. */
export interface Reading {
  readonly logicalId: string;
  /** `AWS::…` */
  readonly type: string;
  /** Paths lead from here: `VpcConfig.SubnetIds`, `Rules[0].Status`. */
  has(path: string): boolean;
  /** Text, and numbers and booleans as text. */
  text(path: string): string | undefined;
  number(path: string): number | undefined;
  flag(path: string): boolean | undefined;
  /** The id of the node that is referred to, by reference, by ARN or by name. */
  ref(path: string): NodeId | undefined;
  refs(path: string): readonly NodeId[] | undefined;
  /** A policy as JSON text with two spaces, or as it was written when it is no JSON. */
  policy(path: string): string | undefined;
  /** The elements of a list; what is no list counts as a list of one. */
  list(path: string): readonly Reading[];
  /** Another resource of the template that is no node of its own (an instance profile): it counts as drawn. */
  follow(path: string): Reading | undefined;
  /** JSON that a property holds as text, as a place of its own; nothing where it is no JSON. */
  document(path: string): Reading | undefined;
  /** This property does not count here; the player reads the reason. */
  skip(path: string, reason: string): void;
}

export type ReadProps<P> = { readonly [K in keyof P]?: Json | undefined };

/** What a resource tells of its node, or of the node that it is a part of. */
export interface ReadNode<P> {
  readonly props?: ReadProps<P>;
  readonly name?: string | undefined;
  readonly parent?: NodeId | undefined;
}

/** A resource type that becomes a node. */
export interface NodeReader<P> {
  /** where kinds share a type: is it this one? */
  when?(reading: Reading): boolean;
  /** property that holds its name. Without it: the tag `Name`, else the logical id. */
  readonly name?: string;
  /** property with its tags, where it is not `Tags`. */
  readonly tags?: string;
  /** properties that name its container, innermost first. */
  readonly in?: readonly string[];
  /**
   * What is left out keeps its default. Values that the kind's schema refuses are reported and left out. A sentence
   * instead of properties: why this resource cannot be drawn.
   */
  props(reading: Reading, context: FacetContext): ReadProps<P> | string;
  /** without a fitting value of these the resource is no such node, and is reported as a whole. */
  readonly essential?: readonly (keyof P & string)[];
}

/** A resource type that is a part of a node. */
export interface PartReader<P> {
  /** properties that name the node or the nodes; `A > B`: the `B` of the part that `A` names. */
  readonly of: readonly string[];
  /** a setting of the account, and so of each node of this kind, whom it does not name. */
  readonly ofEvery?: boolean;
  /** `written`: what the template said of the node so far. A sentence instead: why this part cannot be drawn. */
  add(reading: Reading, node: NodeOf<P>, context: FacetContext, written: ReadProps<P>): ReadNode<P> | string;
}

/** A kind and CloudFormation, both directions. */
export interface Template<P> {
  /** `undefined`: this node cannot be declared; it travels in the template's metadata. */
  write(node: NodeOf<P>, context: FacetContext): CloudFormation | undefined;
  /** what `Ref` gives: an id that AWS makes (ours is the node's own), the name, or the ARN. */
  readonly ref: 'id' | 'name' | 'arn';
  /** attribute of `Fn::GetAtt` that gives the ARN, if there is one. */
  readonly arn?: string;
  /** attributes that give a node made together with this one, and the property that names it. */
  readonly companions?: { readonly [attribute: string]: keyof P & string };
  /** properties by which others name it; what stands there from outside of the template is stood in for. */
  readonly namedBy?: readonly string[];
  /** parameters that it writes; it reads them by their names, and needs no values. */
  readonly parameters?: readonly string[];
  readonly nodes: { readonly [type: string]: NodeReader<P> };
  readonly parts?: { readonly [type: string]: PartReader<P> };
}

/** A template whose property type is not known to the reader (methods are bivariant). */
export type AnyTemplate = Template<Readonly<Record<string, unknown>>>;

/** Checks a kind's mapping against its own properties. */
export function defineTemplate<P>(template: Template<P>): AnyTemplate {
  return template as unknown as AnyTemplate;
}

/** By kind id. */
export type Templates = ReadonlyMap<string, AnyTemplate>;

/** A part of a node, as a target of `reference` and `attribute`. */
export function part(nodeId: NodeId, suffix: string): string {
  return `${nodeId}/${suffix}`;
}

export function reference(nodeId: string): { readonly Ref: string } {
  return { Ref: nodeId };
}

export function attribute(nodeId: string, name: string): Json {
  return { 'Fn::GetAtt': [nodeId, name] };
}

/** The node that this one stands in, as a property. */
export function container(node: { readonly id: NodeId }, trait: string, context: FacetContext): Json | undefined {
  const found = context.enclosing(node.id, trait)?.id;
  return found === undefined || found === node.id ? undefined : reference(found);
}

/** What many resources inside a VPC begin with. */
export function insideVpc(node: { readonly id: NodeId; readonly name: string }, context: FacetContext) {
  return { VpcId: container(node, 'vpc', context), Tags: nameTag(node.name) };
}

/** A policy as JSON; text that does not parse stays text, so that nothing is lost. */
export function policyDocument(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** The same, where an empty text means that there is no document. */
export function writtenDocument(text: string): Json | undefined {
  return text.trim() === '' ? undefined : policyDocument(text);
}

/** A switch that a template says with a word: `ENABLED`. Nothing, where it says nothing. */
export function readWord(reading: Reading, path: string, on: string): boolean | undefined {
  return reading.has(path) ? reading.text(path) === on : undefined;
}

/** Whether a key is the name of an intrinsic function. */
export function isFunctionName(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

/** Of several settings where one is drawn: the first of this order that is written. */
export function loosest(order: readonly string[], written: readonly (string | undefined)[]): string | undefined {
  return order.find((one) => written.includes(one));
}

/** Leaves out what is not set, as a template would. */
export function present(values: { readonly [key: string]: Json | undefined }): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** `s3://bucket/prefix` as a template says it. */
export function s3Address(bucket: NodeId, key: string): Json {
  return { 'Fn::Join': ['/', ['s3:/', reference(bucket), key]] };
}

/** What stands behind the bucket in an `s3://` address. */
export function s3Key(address: string | undefined): string | undefined {
  const key = /^s3:\/\/[^/]*\/(.*)$/s.exec(address ?? '')?.[1];
  return key === '' ? undefined : key;
}

export function nameTag(name: string): Json {
  return [{ Key: 'Name', Value: name }];
}

export function readNameTag(reading: Reading, path = 'Tags'): string | undefined {
  return reading
    .list(path)
    .find((one) => one.text('Key') === 'Name')
    ?.text('Value');
}

/** An access point of EFS has no name of its own, only a tag. */
export function accessPointName(reading: Reading): string {
  return readNameTag(reading, 'AccessPointTags') ?? reading.logicalId;
}

/** Letters, digits and hyphens, beginning and ending with a letter or digit: names of SageMaker and others. */
export function plainName(name: string, most = 63): string {
  const plain = name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, most);
  return plain.replace(/^-+|-+$/g, '') || 'unnamed';
}

/** The name that a node gets in a template, for properties that take a name and no reference. */
export function nameInTemplate(id: NodeId, { node }: FacetContext): string | undefined {
  const found = node(id);
  return found && plainName(found.name);
}
