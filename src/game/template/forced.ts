import type { KindCatalog } from '../../catalog/kind';
import { fieldMeta } from '../../model/field';
import type { Diagram, NodeId } from '../../model/diagram';
import type { Report } from '../../model/report';

/** For a resource as a whole. */
export const WHOLE = 'Resource';

/** AWS property → ids of the requirements that rest on it; `Resource` for the resource as a whole. */
export type Forced = ReadonlyMap<NodeId, { readonly [property: string]: readonly string[] }>;

/** Which requirements rest on which property, as far as the report says. */
export function forcedBy(report: Report, diagram: Diagram, catalog: KindCatalog): Forced {
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
        add(node, (schema && fieldMeta(schema)?.aws) ?? (key || WHOLE), id);
      }
      if (fields.length === 0) for (const node of finding.nodes) add(node, WHOLE, id);
    }
  }
  return forced;
}
