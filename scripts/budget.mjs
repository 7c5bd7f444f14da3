// The weight of what a player loads before a screen works, measured in the built folder. Why these limits:
// docs/decisions/0006-weight-of-the-first-load.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './install.mjs';

const LIST = 'src/app/Home.tsx';
const PLAY = 'src/app/PlayRoute.tsx';
const SCREENS = [
  { name: 'list of scenarios', opens: [LIST], limit: 150 },
  { name: 'play screen', opens: [PLAY], limit: 250 },
];

/** @typedef {{ file: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }} Chunk */

/** @type {Readonly<Record<string, Chunk>>} */
const manifest = JSON.parse(readFileSync(join(root, 'dist/.vite/manifest.json'), 'utf8'));
const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);

/**
 * The scripts behind these chunks and everything they import at once.
 * @param {string[]} keys
 */
function scripts(keys) {
  /** @type {Set<string>} */
  const needed = new Set();
  /** @param {string} key */
  const need = (key) => {
    if (needed.has(key)) return;
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest: name the chunk of that screen in scripts/budget.mjs.`);
    needed.add(key);
    for (const next of chunk.imports ?? []) need(next);
  };
  for (const key of keys) need(key);
  return [...new Set([...needed].map((key) => manifest[key]?.file ?? ''))].filter((file) => file.endsWith('.js'));
}

for (const { name, opens, limit } of SCREENS) {
  const files = scripts([...entries, ...opens]);
  const kb = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(root, 'dist', file))).length / 1000, 0);
  const over = files.length === 0 || kb > limit;
  console.log(
    `${over ? 'OVER' : 'ok  '} ${name.padEnd(18)} ${kb.toFixed(1)} kB of scripts, gzip; the limit is ${limit} kB`,
  );
  if (over) process.exitCode = 1;
}
