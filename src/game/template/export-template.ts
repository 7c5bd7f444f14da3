import { CATEGORY_TITLES } from '../../catalog/category-titles';
import type { KindCatalog } from '../../catalog/kind';
import { templates } from '../../catalog/templates';
import type { Catalog } from '../../engine/facets';
import { Account } from '../../model/account';
import type { Diagram } from '../../model/diagram';
import type { Report } from '../../model/report';
import { forcedBy, WHOLE, type Forced } from './forced';
import { toYaml, type Remarks } from './to-yaml';
import { writeTemplate, type WrittenTemplate } from './write-template';

export interface ExportedTemplate {
  readonly json: string;
  readonly yaml: string;
  /** what a template cannot say, one sentence each. */
  readonly notes: readonly string[];
  readonly resources: number;
}

interface Options {
  readonly account?: Account;
  readonly report?: Report | undefined;
  /** the words for the requirements of the report. */
  readonly requirements?: readonly { readonly id: string; readonly title: string }[];
}

/**
 * Any diagram as a CloudFormation template. Its metadata keeps what a template cannot say, so that importing it gives
 * the same diagram again. Given a report, it names the requirements that rest on each property: in the metadata, and in
 * the YAML on the line before.
 */
export function exportTemplate(
  diagram: Diagram,
  catalog: KindCatalog & Catalog,
  { account = Account.parse({}), report, requirements = [] }: Options = {},
): ExportedTemplate {
  const forced = report ? forcedBy(report, diagram, catalog) : undefined;
  const titles = new Map(requirements.map(({ id, title }) => [id, title]));
  const written = writeTemplate(diagram, { catalog, templates, account }, { forced, titles });
  const { template, notes, resources } = written;
  return {
    json: `${JSON.stringify(template, null, 2)}\n`,
    yaml: toYaml(template, remarksOn(written, diagram, catalog, forced, titles)),
    notes,
    resources: [...resources.values()].flat().length,
  };
}

function remarksOn(
  { notes, resources }: WrittenTemplate,
  diagram: Diagram,
  catalog: KindCatalog,
  forced: Forced | undefined,
  titles: ReadonlyMap<string, string>,
): Remarks {
  const headings = new Map<string, string>();
  const said = new Set<string>();
  for (const [id, [first]] of resources) {
    const category = catalog.get(diagram.nodes[id]?.kind ?? '')?.category;
    if (category === undefined || first === undefined || said.has(category)) continue;
    said.add(category);
    headings.set(first, CATEGORY_TITLES[category]);
  }
  const beside = [...(forced ?? [])].flatMap(([id, properties]) =>
    Object.entries(properties).flatMap(([property, ids]) =>
      ids.map((one) => ({
        resources: resources.get(id) ?? [],
        ...(property !== WHOLE && { property }),
        text: `Goal: ${titles.get(one) ?? one}`,
      })),
    ),
  );
  const head = notes.length > 0 ? ['What this template cannot say:', ...notes.map((note) => `- ${note}`)] : [];
  return { head, headings, beside };
}
