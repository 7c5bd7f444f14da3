import { templates } from '../../catalog/templates';
import type { KindCatalog } from '../../catalog/kind';
import type { Catalog } from '../../engine/facets';
import { Account } from '../../model/account';
import { EMPTY_DIAGRAM } from '../../model/diagram';
import type { Json } from '../../model/json';
import type { FileProblem } from '../../model/read-json';
import type { Assumed, Ignored, Imported } from './outcome';
import { parseTemplate } from './parse-template';
import { keysOf } from './reading';
import { METADATA, same } from './kept';
import { readTemplate, type Known, type ReadTemplate } from './read-template';
import { writeTemplate } from './write-template';
import { pseudoParameters } from '../../catalog/pseudo-parameters';
import { unrolled } from './loops';
import { ownParameters, parametersOf, type ParameterValues } from './parameters';
import { Resolver } from './resolve';
import { whyNotTransformed } from '../../catalog/not-drawn';
import { isJsonFields, isList, partsOf, type Value } from './values';

type Fields = { readonly [key: string]: Json };

/** Sections that say nothing about the diagram. */
const SECTIONS: Readonly<Record<string, string>> = {
  Outputs: 'Outputs of a stack are not drawn.',
  Globals: 'This section belongs to SAM, which is not carried out here.',
  Rules: 'Rules check parameters and draw nothing.',
  Hooks: 'Hooks act while a stack changes and draw nothing.',
};
/** Their meaning is in what is drawn, or they say nothing of it. */
const READ: ReadonlySet<string> = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Mappings',
  'Metadata',
  'Parameters',
  'Resources',
  'Transform',
]);
const NO_SECTION = 'CloudFormation knows no such section.';
const ATTRIBUTES: readonly string[] = ['CreationPolicy', 'DeletionPolicy', 'UpdatePolicy', 'UpdateReplacePolicy'];

/**
 * A CloudFormation template (YAML or JSON) as a diagram. Intrinsic functions are resolved with the parameters'
 * `values`, else their defaults. Pure, and never throws: a text that is no template gives `problems` and an empty diagram. Nodes without a place of
 * their own stand at 0, 0 (`placed` is false then).
 */
export function importTemplate(
  text: string,
  catalog: KindCatalog & Catalog,
  account: Account = Account.parse({}),
  values: ParameterValues = {},
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
  const unsaid: Assumed[] = [];
  const assume = (what: string, reason: string) => unsaid.push({ what, reason });
  const loops = new Resolver(value, pseudoParameters(account), account.region, assume, values);
  const { template, origins, lost } = unrolled(value, (list) => textsOf(loops.resolve(list)));
  const read = readTemplate(template, known, values);
  const ignored = [...notOurOwn(read, template, known), ...lost, ...aside(template)];
  const own = ownParameters(templates);
  return {
    ...read,
    assumed: [...read.assumed, ...unsaid.filter(({ what }) => !read.assumed.some((one) => one.what === what))],
    parameters: parametersOf(value).filter(({ name }) => !own.has(name)),
    ignored: ignored.map((one) => located(one, origins.get(one.resource), line)),
    problems: [],
  };
}

function failed(problems: readonly FileProblem[]): Imported {
  const nothing = { placed: true, nodes: new Map(), added: [], parameters: [], ignored: [], assumed: [] };
  return { diagram: EMPTY_DIAGRAM, ...nothing, problems };
}

function textsOf(value: Value | undefined): readonly string[] | undefined {
  if (!isList(value)) return undefined;
  const texts = value.map((one) => (partsOf(one) ?? []).map((part) => (typeof part === 'string' ? part : '')).join(''));
  return texts.every((text) => text !== '') ? texts : undefined;
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
  const sections = Object.keys(template).flatMap((resource) => {
    if (READ.has(resource)) return [];
    return [{ resource, reason: Object.hasOwn(SECTIONS, resource) ? (SECTIONS[resource] ?? '') : NO_SECTION }];
  });
  const transforms = [template['Transform'] ?? []].flat().flatMap((one) => {
    const name = typeof one === 'string' ? one : isJsonFields(one) ? String(one['Name']) : '';
    const reason = whyNotTransformed(name);
    return reason === undefined ? [] : [{ resource: 'Transform', reason }];
  });
  const resources = isJsonFields(template['Resources']) ? template['Resources'] : {};
  const attributes = Object.entries(resources).flatMap(([resource, source]) =>
    ATTRIBUTES.flatMap((property) =>
      isJsonFields(source) && source[property] !== undefined
        ? [{ resource, property, reason: 'What happens to a stack later is not simulated.' }]
        : [],
    ),
  );
  return [...sections, ...transforms, ...attributes];
}

function located(
  one: Ignored,
  loop: string | undefined,
  line: (path: readonly (string | number)[]) => number | undefined,
): Ignored {
  const { resource, type, property } = one;
  if (loop !== undefined) return { ...one, ...numbered(line(['Resources', loop])) };
  const section = type === undefined && property === undefined && !resource.startsWith('Fn::');
  if (section) return { ...one, ...numbered(line([resource])) };
  const inside = keysOf(property ?? '');
  const path = ATTRIBUTES.includes(property ?? '') ? inside : ['Properties', ...inside];
  return { ...one, ...numbered(line(['Resources', resource, ...(property === undefined ? [] : path)])) };
}

function numbered(line: number | undefined): { line?: number } {
  return line === undefined ? {} : { line };
}
