import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Json } from '../../model/json';
import { faultOf, placeOf } from '../../model/json-limits';
import { lineOf, mapJson } from '../../model/json-lines';
import { whole, type FileProblem, type Read } from '../../model/read-json';
import { isJsonFields } from './values';

/** CloudFormation itself takes 1 MB. */
export const MOST_CHARACTERS = 1_000_000;
const DEEPEST = 60;
/** brackets that are not closed; scripts inside of a template have some of their own. */
const MOST_OPEN = 2000;
/** with every alias written out. */
const MOST_VALUES = 200_000;

export interface ParsedTemplate {
  readonly value: { readonly [key: string]: Json };
  /** counts from 1; of the nearest thing around the path that stands in the text. */
  line(path: readonly (string | number)[]): number | undefined;
}

/** Text → the template as JSON, short tags written out (`!Ref x` → `{ Ref: x }`). Never throws. */
export function parseTemplate(text: string): Read<ParsedTemplate> {
  if (text.length > MOST_CHARACTERS) {
    return whole('The template is larger than 1 MB.', 'CloudFormation takes no more either. Split it.');
  }
  if (text.trim() === '') return whole('The file is empty.', 'Choose another file.');
  const read = /^\s*\{/.test(text) ? fromJson(text) : fromYaml(text);
  if (!read.ok) return read;
  const { value, line } = read.value;
  const fault = faultOf(value, DEEPEST);
  if (fault) {
    const at = line([...fault.path]);
    const problem = { place: placeOf(fault.path), reason: fault.reason, remedy: fault.remedy };
    return { ok: false, problems: [at === undefined ? problem : { ...problem, line: at }] };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return whole('This is not a CloudFormation template.', 'A template has a section “Resources”.');
  }
  return { ok: true, value: { value: value as ParsedTemplate['value'], line } };
}

type Parsed = { readonly value: Json; line(path: readonly (string | number)[]): number | undefined };

function fromJson(text: string): Read<Parsed> {
  try {
    const value = JSON.parse(text) as Json;
    let map: ReturnType<typeof mapJson> | undefined;
    return { ok: true, value: { value, line: (path) => lineOf(text, (map ??= mapJson(text)), path) } };
  } catch {
    const { fault } = mapJson(text);
    const line = fault && (text.split('\n')[fault.line - 1] ?? '');
    const comment = line !== undefined && /^\s*\/[/*]|\/\*.*\*\//.test(line);
    if (fault && comment) return { ok: false, problems: [{ place: '', line: fault.line, ...COMMENT }] };
    // A flow mapping of YAML begins with a brace as well.
    const yaml = fromYaml(text);
    if (yaml.ok || !fault) return yaml;
    return { ok: false, problems: [{ place: '', line: fault.line, reason: fault.reason, remedy: fault.remedy }] };
  }
}

const COMMENT = { reason: 'JSON has no comments.', remedy: 'Remove them, or save the template as YAML.' };

/** What is wrong, in words that do not come from the parser. */
const WORDS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'The indentation does not fit what stands around it.',
  TAB_AS_INDENT: 'A tab is used for indentation.',
  DUPLICATE_KEY: 'This key stands here twice.',
  BAD_ALIAS: 'An alias names an anchor that is not there.',
  MISSING_CHAR: 'A sign is missing, perhaps a quote, a comma or a bracket.',
  MULTILINE_IMPLICIT_KEY: 'A key goes over more than one line.',
  MULTIPLE_DOCS: 'The file holds more than one document.',
  UNEXPECTED_TOKEN: 'A sign is not expected here.',
};

const REMEDIES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Use spaces.',
  DUPLICATE_KEY: 'Keep one of them.',
  MULTIPLE_DOCS: 'A template is one document. Put each into a file of its own.',
};

/** Before the parser sees it: it takes seconds over hundreds of thousands of open brackets. */
function isAbyss(text: string): boolean {
  if (/(?:[-?] ){200}/.test(text)) return true;
  let open = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') open += 1;
    else if (sign === ']' || sign === '}') open -= 1;
    if (open > MOST_OPEN) return true;
  }
  return false;
}

function fromYaml(text: string): Read<Parsed> {
  if (isAbyss(text)) return whole('The template is nested too deeply.', 'Flatten it.');
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error', uniqueKeys: true });
  } catch {
    return whole('The template is nested too deeply.', 'Flatten it.');
  }
  const errors = document.errors.slice(0, 10).map((error): FileProblem => {
    const reason = WORDS[error.code] ?? 'This is not YAML.';
    return {
      place: '',
      line: lines.linePos(error.pos[0]).line,
      reason,
      remedy: REMEDIES[error.code] ?? 'Correct it there, or one line above.',
    };
  });
  if (errors.length > 0) return { ok: false, problems: errors };
  const places = new Map<string, number>();
  const walk = new Walk(document, (path, node) => {
    const start = node.range?.[0];
    const key = JSON.stringify(path);
    if (start !== undefined && !places.has(key)) places.set(key, lines.linePos(start).line);
  });
  const value = walk.read(document.contents, []);
  if (walk.fault !== undefined) return whole(walk.fault, 'Flatten it, or use fewer aliases.');
  const line = (path: readonly (string | number)[]) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const found = places.get(JSON.stringify(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return { ok: true, value: { value, line } };
}

/** From nodes to JSON, with a budget: aliases can make little text into very many values. */
class Walk {
  fault: string | undefined;
  private left = MOST_VALUES;

  constructor(
    private readonly document: Document.Parsed,
    private readonly note: (path: readonly (string | number)[], node: Node) => void,
  ) {}

  read(node: unknown, path: readonly (string | number)[]): Json {
    this.left -= 1;
    if (this.left < 0) this.fault = 'The template has too many values.';
    if (path.length > DEEPEST) this.fault = `The template is nested deeper than ${DEEPEST} levels.`;
    if (this.fault !== undefined) return null;
    if (isAlias(node)) return this.read(node.resolve(this.document), path);
    if (!isScalar(node) && !isSeq(node) && !isMap(node)) return null;
    const tag = node.tag?.startsWith('!') && !node.tag.startsWith('!!') ? node.tag.slice(1) : '';
    this.note(path, node);
    if (tag === '') return this.plain(node, path);
    const key = tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`;
    const inner = this.plain(node, [...path, key]);
    if (tag !== 'GetAtt' || typeof inner !== 'string') return { [key]: inner };
    const dot = inner.indexOf('.');
    return { [key]: dot < 0 ? [inner] : [inner.slice(0, dot), inner.slice(dot + 1)] };
  }

  private plain(node: unknown, path: readonly (string | number)[]): Json {
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index]));
    if (isMap(node)) {
      const merged: [string, Json][] = [];
      const entries = node.items.flatMap(({ key, value }): [string, Json][] => {
        const name = isScalar(key) ? (key.source ?? String(key.value)) : '?';
        if (isScalar(key)) this.note([...path, name], key);
        const read = this.read(value, [...path, name]);
        if (name !== '<<') return [[name, read]];
        for (const one of [read].flat()) merged.push(...Object.entries(isJsonFields(one) ? one : {}).reverse());
        return [];
      });
      // Of merged maps the first counts, and what stands here counts more.
      return this.fault === undefined ? Object.fromEntries([...merged.reverse(), ...entries]) : null;
    }
    if (!isScalar(node)) return null;
    const { value, source } = node;
    // An account id may begin with zeros, and a version may look like a number: only what reads back the same is one.
    if (typeof value === 'number') return String(value) === source ? value : (source ?? value);
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    return value === null || value === undefined ? null : (source ?? null);
  }
}
