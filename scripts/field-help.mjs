// The help of a field, and what AWS calls it, stand beside the field, where whoever changes it sees them, and a player
// reads them in the inspector only. So they are left out of the catalogue that a browser loads first (`helpApart`), and
// come with the inspector, from
// `src/catalog/field-help.json`. Why: docs/decisions/0006-weight-of-the-first-load.md.
import { join } from 'node:path';
import { runnerImport } from 'vite';

/** The functions of src/model/field.ts that take the words of a field. */
const DESCRIBES = new Set(['field', 'ref', 'refs', 'policyText']);
const APART = new Set(['help', 'aws']);

/** @typedef {{ key: string; type: string; help?: string; aws?: string; fields?: readonly Field[] }} Field */
/** @typedef {{ type: string; start: number; end: number }} Syntax */

/**
 * Paths as the inspector writes them, without the numbers of rows: `dataCapture.bucket`, `routes[].target`.
 * @param {readonly Field[]} fields
 * @returns {[string, { help?: string; aws?: string }][]}
 */
function helpOf(fields, before = '') {
  return fields.flatMap(({ key, type, help, aws, fields: inner }) => {
    const path = `${before}${key}`;
    const words = { ...(help !== undefined && { help }), ...(aws !== undefined && { aws }) };
    const own = Object.keys(words).length === 0 ? [] : [/** @type {[string, typeof words]} */ ([path, words])];
    return inner ? [...own, ...helpOf(inner, `${path}${type === 'rows' ? '[]' : ''}.`)] : own;
  });
}

/**
 * Every help text and AWS's own name, by kind and path, as JSON.
 * @param {string} root
 */
export async function fieldHelp(root) {
  /** @param {string} file */
  const load = async (file) =>
    (await runnerImport(join(root, file), { root, configFile: false, logLevel: 'error' })).module;
  const { cards } = /** @type {{ cards: ReadonlyMap<string, { schema: unknown }> }} */ (
    await load('src/catalog/cards.ts')
  );
  const { formOf } = /** @type {{ formOf: (schema: unknown) => readonly Field[] }} */ (
    await load('src/catalog/form-model.ts')
  );
  const texts = [...cards].map(([id, { schema }]) => [id, Object.fromEntries(helpOf(formOf(schema)))]);
  return `${JSON.stringify(Object.fromEntries(texts), null, 2)}\n`;
}

/**
 * A node of the syntax tree, or nothing.
 * @param {unknown} value
 * @returns {value is Syntax & Readonly<Record<string, unknown>>}
 */
const isSyntax = (value) => typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/**
 * From where to where the help of fields, and what AWS calls them, is written.
 * @param {unknown} tree
 * @returns {(readonly [number, number])[]}
 */
function placesOfHelp(tree) {
  if (Array.isArray(tree)) return tree.flatMap(placesOfHelp);
  if (!isSyntax(tree)) return [];
  const inner = Object.values(tree).flatMap((value) => (typeof value === 'object' ? placesOfHelp(value) : []));
  const callee = tree['callee'];
  if (tree.type !== 'CallExpression' || !isSyntax(callee) || !DESCRIBES.has(String(callee['name']))) return inner;
  const words = /** @type {unknown[]} */ (tree['arguments']).filter(isSyntax);
  const own = words
    .filter(({ type }) => type === 'ObjectExpression')
    .flatMap((object) => /** @type {unknown[]} */ (object['properties']).filter(isSyntax))
    .filter(({ key }) => isSyntax(key) && APART.has(String(key['name'])))
    .map(({ start, end }) => /** @type {const} */ ([start, end]));
  return [...inner, ...own];
}

/**
 * Leaves these words out of the built catalogue, with the comma behind them.
 * @returns {import('vite').Plugin}
 */
export function helpApart() {
  return {
    name: 'help-apart',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/src\/catalog\/.+\.ts$/ },
      handler(code) {
        const places = placesOfHelp(this.parse(code)).sort(([one], [other]) => other - one);
        if (places.length === 0) return null;
        let rest = code;
        for (const [start, end] of places) rest = `${rest.slice(0, start)}${rest.slice(end).replace(/^\s*,/, '')}`;
        return { code: rest, map: null };
      },
    },
  };
}
