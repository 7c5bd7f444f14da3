// `npm run new:kind|new:check|new:scenario <id>`: copies the template of a room and refreshes the indexes.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.mjs';
import { root } from './install.mjs';

/** @typedef {{ from: string; to: (id: string) => string; next: (id: string) => string }} Room */

/** @type {Readonly<Record<string, Room>>} */
const ROOMS = {
  kind: {
    from: 'src/catalog/_template',
    to: (id) => `src/catalog/${id}`,
    next: (id) => `Describe the resource in src/catalog/${id}/, then run \`npx vitest run test/catalog\`.`,
  },
  check: {
    from: 'src/checks/_template.tmpl',
    to: (id) => `src/checks/${id}.ts`,
    next: (id) => `Ask your question in src/checks/${id}.ts, then run \`npx vitest run test/checks\`.`,
  },
  scenario: {
    from: 'scenarios/_template',
    to: (id) => `scenarios/${id}`,
    next: (id) =>
      `Tell the story in scenarios/${id}/scenario.json, then run \`npx vitest run test/scenarios\`: it says what is still missing.`,
  },
};

/**
 * Fills the places of a template. `{{id}}` is `s3-bucket`, `{{title}}` is `S3 bucket`.
 * @param {string} text
 * @param {string} id
 */
export function fill(text, id) {
  const words = id.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return text.replaceAll('{{id}}', id).replaceAll('{{title}}', title);
}

/**
 * Why this id cannot be taken, or nothing.
 * @param {string | undefined} id
 */
export function refusal(id) {
  if (id === undefined || id === '') return 'Say the id: lower-case words with hyphens, such as `sns-topic`.';
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    return `"${id}" is no id: use lower-case words with hyphens, such as \`sns-topic\`.`;
  if (id.length > 60) return `"${id}" is longer than 60 letters.`;
  if (id === 'index') return '"index" is the name of the generated list.';
  return undefined;
}

/** @param {string} path @returns {string[]} every file below, or the file itself. */
function filesOf(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

/** @param {string} text @returns {never} */
function refuse(text) {
  console.error(text);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [what = '', id] = process.argv.slice(2);
  const room = ROOMS[what];
  if (!room) refuse(`Nothing new of the sort "${what}". Choose ${Object.keys(ROOMS).join(', ')}.`);
  const no = refusal(id);
  if (no !== undefined || id === undefined) refuse(no ?? '');
  const target = join(root, room.to(id));
  if (existsSync(target)) refuse(`${room.to(id)} is already there. Choose another id, or edit what is there.`);

  const from = join(root, room.from);
  for (const file of filesOf(from)) {
    const place = file === from ? target : join(target, relative(from, file).replace(/\.tmpl$/, ''));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, fill(readFileSync(file, 'utf8'), id), { flag: 'wx' });
    console.log(`wrote ${relative(root, place)}`);
  }
  for (const path of await generate({ check: false })) console.log(`wrote ${path}`);
  console.log(`\n${room.next(id)}`);
}
