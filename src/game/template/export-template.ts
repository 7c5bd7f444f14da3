import { Document, isMap, isScalar, Scalar, YAMLMap, type Node } from 'yaml';
import type { KindCatalog } from '../../catalog/kind';
import type { Catalog } from '../../engine/facets';
import { templates } from '../../catalog/templates';
import { fieldMeta } from '../../model/field';
import { Account } from '../../model/account';
import type { Diagram, NodeId } from '../../model/diagram';
import type { Json } from '../../model/json';
import type { Report } from '../../model/report';
import { writeTemplate, type Forced } from './write-template';

export interface ExportedTemplate {
  readonly json: string;
  readonly yaml: string;
  /** what a template cannot say, one sentence each. */
  readonly notes: readonly string[];
  readonly resources: number;
}

/**
 * Any diagram as a CloudFormation template. Its metadata keeps what a template cannot say, so that importing it gives
 * the same diagram again, and names the requirements that rest on each property when a report is given.
 */
export function exportTemplate(
  diagram: Diagram,
  catalog: KindCatalog & Catalog,
  { account = Account.parse({}), report }: { readonly account?: Account; readonly report?: Report | undefined } = {},
): ExportedTemplate {
  const forced = report ? forcedBy(report, diagram, catalog) : undefined;
  const { template, notes } = writeTemplate(diagram, { catalog, templates, account }, forced);
  const resources = template['Resources'];
  return {
    json: `${JSON.stringify(template, null, 2)}\n`,
    yaml: toYaml(template),
    notes,
    resources: resources !== null && typeof resources === 'object' ? Object.keys(resources).length : 0,
  };
}

function forcedBy(report: Report, diagram: Diagram, catalog: KindCatalog & Catalog): Forced {
  const forced = new Map<NodeId, Record<string, string[]>>();
  const add = (node: NodeId | undefined, property: string, requirement: string) => {
    if (node === undefined) return;
    const own = forced.get(node) ?? {};
    forced.set(node, own);
    if (!own[property]?.includes(requirement)) own[property] = [...(own[property] ?? []), requirement];
  };
  for (const { id, findings } of report.requirements) {
    for (const finding of findings) {
      if (finding.answer !== 'meets') continue;
      const fields = [...(finding.fields ?? []), ...(finding.statements ?? [])];
      for (const { node, field } of fields) {
        const kind = catalog.get(diagram.nodes[node ?? '']?.kind ?? '');
        const key = /^\w+/.exec(field ?? '')?.[0] ?? '';
        const shape: Readonly<Record<string, Parameters<typeof fieldMeta>[0]>> = kind?.schema.shape ?? {};
        const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
        add(node, (schema && fieldMeta(schema)?.aws) ?? (key || 'Resource'), id);
      }
      if (fields.length === 0) for (const node of finding.nodes) add(node, 'Resource', id);
    }
  }
  return forced;
}

/** YAML with CloudFormation's short tags, as people write it. */
function toYaml(template: { readonly [key: string]: Json }): string {
  const document = new Document(template, { aliasDuplicateObjects: false });
  const resources = document.getIn(['Resources'], true);
  if (isMap(resources)) {
    for (const { value } of resources.items) {
      const properties = isMap(value) ? value.get('Properties', true) : undefined;
      if (isMap(value) && isMap(properties)) value.set('Properties', tagged(properties));
    }
  }
  return document.toString({ lineWidth: 0 });
}

function tagged(node: Node): Node {
  if (!isMap(node)) {
    if ('items' in node) node.items = (node.items as Node[]).map(tagged) as typeof node.items;
    return node;
  }
  const [only, ...others] = node.items;
  const name = only && isScalar(only.key) ? String(only.key.value) : '';
  if (only && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::')))
    return short(name, only.value as Node);
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
