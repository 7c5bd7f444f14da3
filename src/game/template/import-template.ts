import { templates } from '../../catalog/templates';
import type { WholeCatalog } from '../../catalog/kind';
import { Account } from '../../model/account';
import { EMPTY_DIAGRAM } from '../../model/diagram';
import type { FileProblem } from '../../model/read-json';
import type { Ignored, Imported } from './outcome';
import { parseTemplate } from './parse-template';
import { readTemplate } from './read-template';
import { isJsonFields } from './values';

/** Sections that say nothing about the diagram. */
const SECTIONS: Readonly<Record<string, string>> = {
  Outputs: 'Outputs of a stack are not drawn.',
  Transform: 'Macros run inside AWS only; what they would make is not here.',
  Rules: 'Rules check parameters and draw nothing.',
  Hooks: 'Hooks act while a stack changes and draw nothing.',
};
const ATTRIBUTES: readonly string[] = ['CreationPolicy', 'DeletionPolicy', 'UpdatePolicy', 'UpdateReplacePolicy'];

/**
 * A CloudFormation template (YAML or JSON) as a diagram. Intrinsic functions are resolved with the parameters' defaults.
 * Pure, and never throws: a text that is no template gives `problems` and an empty diagram. Nodes without a place of
 * their own stand at 0, 0 (`placed` is false then).
 */
export function importTemplate(text: string, catalog: WholeCatalog, account: Account = Account.parse({})): Imported {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return failed(parsed.problems);
  const { value, line } = parsed.value;
  const resources = value['Resources'];
  if (!isJsonFields(resources) || Object.keys(resources).length === 0) {
    return failed([
      {
        place: 'Resources',
        reason: 'The template has no resources.',
        remedy: 'Choose a CloudFormation template: a file with a section “Resources”.',
      },
    ]);
  }
  const read = readTemplate(value, { catalog, templates, account });
  const ignored = [...read.ignored, ...aside(value)];
  return { ...read, ignored: ignored.map((one) => located(one, line)), problems: [] };
}

function failed(problems: readonly FileProblem[]): Imported {
  return { diagram: EMPTY_DIAGRAM, placed: true, nodes: new Map(), added: [], ignored: [], assumed: [], problems };
}

/** What stands beside properties. The order of creation (`DependsOn`) and descriptions change nothing that is drawn. */
function aside(template: Parameters<typeof readTemplate>[0]): Ignored[] {
  const sections = Object.entries(SECTIONS).flatMap(([resource, reason]) =>
    template[resource] === undefined ? [] : [{ resource, reason }],
  );
  const resources = isJsonFields(template['Resources']) ? template['Resources'] : {};
  const attributes = Object.entries(resources).flatMap(([resource, source]) =>
    ATTRIBUTES.flatMap((property) =>
      isJsonFields(source) && source[property] !== undefined
        ? [{ resource, property, reason: 'What happens to a stack later is not simulated.' }]
        : [],
    ),
  );
  return [...sections, ...attributes];
}

function located(one: Ignored, line: (path: readonly (string | number)[]) => number | undefined): Ignored {
  const { resource, property } = one;
  if (Object.hasOwn(SECTIONS, resource)) return { ...one, ...numbered(line([resource])) };
  const inside = (property ?? '')
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const path = ATTRIBUTES.includes(property ?? '') ? inside : ['Properties', ...inside];
  return { ...one, ...numbered(line(['Resources', resource, ...(property === undefined ? [] : path)])) };
}

function numbered(line: number | undefined): { line?: number } {
  return line === undefined ? {} : { line };
}
