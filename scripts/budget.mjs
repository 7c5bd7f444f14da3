// The weight of what a player loads before the play screen works, measured in the built folder.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';

const LIMIT_KB = 250;

/** @typedef {{ file: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }} Chunk */

/** @type {Readonly<Record<string, Chunk>>} */
const manifest = JSON.parse(readFileSync(join(root, 'dist/.vite/manifest.json'), 'utf8'));

/** @type {Set<string>} */
const needed = new Set();
/** @param {string} key */
function need(key) {
  const chunk = manifest[key];
  if (!chunk || needed.has(key)) return;
  needed.add(key);
  for (const next of chunk.imports ?? []) need(next);
  // The play screen may be a chunk of its own; editors, layout and other modes come later, on demand.
  for (const next of chunk.dynamicImports ?? []) if (next.startsWith('src/modes/play/')) need(next);
}
for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry) need(key);

const files = [...new Set([...needed].map((key) => manifest[key]?.file ?? ''))].filter((file) => file.endsWith('.js'));
const weights = files.map((file) => ({ file, kb: gzipSync(readFileSync(join(root, 'dist', file))).length / 1000 }));
for (const { file, kb } of weights.sort((a, b) => b.kb - a.kb)) console.log(`${kb.toFixed(1).padStart(8)} kB  ${file}`);
const total = weights.reduce((sum, { kb }) => sum + kb, 0);
console.log(`${total.toFixed(1).padStart(8)} kB  first load of the play screen, gzip; the limit is ${LIMIT_KB} kB`);
if (files.length === 0 || total > LIMIT_KB) process.exitCode = 1;
