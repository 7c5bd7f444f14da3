import { templates } from '../../catalog/templates';
import type { KindCatalog } from '../../catalog/kind';
import type { Catalog } from '../../engine/facets';
import { Account } from '../../model/account';
import { EMPTY_DIAGRAM } from '../../model/diagram';
import type { Json } from '../../model/json';
import type { FileProblem } from '../../model/read-json';
import type { Ignored, Imported } from './outcome';
import { parseTemplate } from './parse-template';
import { keysOf } from './reading';
import { METADATA, same } from './kept';
import { readTemplate, type Known, type ReadTemplate } from './read-template';
import { writeTemplate } from './write-template';
import { isJsonFields } from './values';

type Fields = { readonly [key: string]: Json };

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
export function importTemplate(
  text: string,
  catalog: KindCatalog & Catalog,
  account: Account = Account.parse({}),
): Imported {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return failed(parsed.problems);
  const { value, line } = parsed.value;
  const resources = value['Resources'];
  const empty = !isJsonFields(resources) || Object.keys(resources).length === 0;
  // An empty drawing makes an empty template; a foreign one without resources is the wrong file.
  if (empty && jsonAt(value, ['Metadata', METADATA]) === undefined) {
    return failed([
      {
        place: 'Resources',
        reason: 'The template has no resources.',
        remedy: 'Choose a CloudFormation template: a file with a section “Resources”.',
      },
    ]);
  }
  const known = { catalog, templates, account };
  const read = readTemplate(value, known);
  const ignored = [...notOurOwn(read, value, known), ...aside(value)];
  return { ...read, ignored: ignored.map((one) => located(one, line)), problems: [] };
}

function failed(problems: readonly FileProblem[]): Imported {
  return { diagram: EMPTY_DIAGRAM, placed: true, nodes: new Map(), added: [], ignored: [], assumed: [], problems };
}

/**
 * What an export of ours writes only because AWS asks for it (an image, a runtime) was not in the drawing, so nothing of
 * it is lost. What somebody else wrote there counts.
 */
function notOurOwn(read: ReadTemplate, template: Fields, known: Known): readonly Ignored[] {
  const ours = new Set(
    [...read.nodes].flatMap(([logicalId]) => (metadataOf(template, logicalId) === undefined ? [] : [logicalId])),
  );
  if (ours.size === 0) return read.ignored;
  const again = writeTemplate(read.diagram, known).template;
  return read.ignored.filter(({ resource, property }) => {
    const path = ['Resources', resource, 'Properties', ...keysOf(property ?? '')];
    const value = jsonAt(template, path);
    return value === undefined || !same(value, jsonAt(again, path));
  });
}

function metadataOf(template: Fields, logicalId: string): Json | undefined {
  return jsonAt(template, ['Resources', logicalId, 'Metadata', METADATA]);
}

function jsonAt(root: Json, path: readonly (string | number)[]): Json | undefined {
  let value: Json | undefined = root;
  for (const part of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
    value = (value as { readonly [key: string | number]: Json })[part];
  }
  return value;
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
  const inside = keysOf(property ?? '');
  const path = ATTRIBUTES.includes(property ?? '') ? inside : ['Properties', ...inside];
  return { ...one, ...numbered(line(['Resources', resource, ...(property === undefined ? [] : path)])) };
}

function numbered(line: number | undefined): { line?: number } {
  return line === undefined ? {} : { line };
}
