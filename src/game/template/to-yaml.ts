import { Document, isMap, isPair, isScalar, isSeq, Scalar, YAMLMap, type Node, type Pair } from 'yaml';
import { isFunctionName } from '../../catalog/cloudformation';
import type { Json } from '../../model/json';

/** What stands beside the lines of a template, for people. */
export interface Remarks {
  /** before everything else, line by line. */
  readonly head: readonly string[];
  /** logical id → a heading before it. */
  readonly headings: ReadonlyMap<string, string>;
  /** logical ids of one element → property → what is said of it; where it stands nowhere, it is said of the first. */
  readonly beside: readonly {
    readonly resources: readonly string[];
    readonly property?: string;
    readonly text: string;
  }[];
}

/** YAML with CloudFormation's short tags, as people write it. Quotes whatever YAML 1.1 would take for something else. */
export function toYaml(template: { readonly [key: string]: Json }, remarks: Remarks): string {
  const document = new Document(template, { aliasDuplicateObjects: false, schema: 'yaml-1.1', merge: false });
  const resources = document.getIn(['Resources'], true);
  const pairs = new Map<string, Pair<Scalar, YAMLMap>>();
  for (const pair of isMap(resources) ? resources.items : []) {
    if (!isScalar(pair.key) || !isMap(pair.value)) continue;
    const properties = pair.value.get('Properties', true);
    if (isMap(properties)) pair.value.set('Properties', tagged(properties));
    pairs.set(String(pair.key.value), pair as Pair<Scalar, YAMLMap>);
  }
  for (const { resources: ids, property, text } of remarks.beside) {
    const owners = ids.flatMap((id) => pairs.get(id) ?? []);
    const found = property === undefined ? [] : owners.flatMap((pair) => keyOf(pair.value, property) ?? []);
    const [place] = [...found, ...owners.flatMap(({ key }) => key)];
    if (place) before(place, found.length > 0 || property === undefined ? text : `${property}: ${text}`);
  }
  for (const [id, heading] of remarks.headings) {
    const key = pairs.get(id)?.key;
    if (!key) continue;
    key.commentBefore = [comment(`---- ${heading} ----`), key.commentBefore].filter(Boolean).join('\n');
    key.spaceBefore = true;
  }
  if (remarks.head.length > 0) document.commentBefore = remarks.head.map(comment).join('\n');
  return document.toString({ lineWidth: 0 });
}

/** The key of a property, wherever it stands inside; the outermost. */
function keyOf(resource: YAMLMap | null, property: string): Scalar | undefined {
  const properties = resource?.get('Properties', true);
  const last = property.split('.').at(-1);
  const open: unknown[] = [properties];
  for (const node of open) {
    if (isSeq(node)) open.push(...node.items);
    if (!isMap(node)) continue;
    for (const pair of node.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue;
      if (pair.key.value === last) return pair.key;
      open.push(pair.value);
    }
  }
  return undefined;
}

function before(key: Scalar, text: string): void {
  key.commentBefore = [key.commentBefore, comment(text)].filter(Boolean).join('\n');
}

/** Names may hold anything; whatever ends a line would end the comment. */
function comment(text: string): string {
  return ` ${text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')}`;
}

function tagged(node: Node): Node {
  if (!isMap(node)) {
    if ('items' in node) node.items = (node.items as Node[]).map(tagged) as typeof node.items;
    return node;
  }
  const [only, ...others] = node.items;
  const name = only && isScalar(only.key) ? String(only.key.value) : '';
  if (only && others.length === 0 && isFunctionName(name)) return short(name, only.value as Node);
  for (const pair of node.items) pair.value = tagged(pair.value as Node);
  return node;
}

function short(name: string, argument: Node): Node {
  if (name === 'Fn::GetAtt' && 'items' in argument) {
    const parts = (argument.items as Node[]).map((one) => (isScalar(one) ? String(one.value) : ''));
    return withTag(new Scalar(parts.join('.')), '!GetAtt');
  }
  return withTag(tagged(argument), `!${name.replace(/^Fn::/, '')}`);
}

function withTag(node: Node, tag: string): Node {
  if (isScalar(node) || node instanceof YAMLMap || 'items' in node) node.tag = tag;
  return node;
}
