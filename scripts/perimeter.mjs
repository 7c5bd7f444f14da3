#!/usr/bin/env node
// `npx perimeter`: the command line. It is TypeScript, so the first call, and the first after a change, builds it.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode, root } from './install.mjs';

const ROOMS = ['model', 'engine', 'catalog', 'checks', 'game', 'cli'];
const built = join(root, 'dist-cli');
const program = join(built, 'perimeter.mjs');
const stamp = join(built, 'source.txt');

/** What the build is made of: the rooms it may use, and the packages. */
function sourceHash() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const room of ROOMS) {
    const folder = join(root, 'src', room);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(ts|json)$/.test(name),
    );
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

/** @param {string} source */
async function buildProgram(source) {
  console.error('Building the command line. This happens on the first call and after a change.');
  const { build } = await import('vite').catch(() => {
    console.error('The packages are missing: run `npm ci` first.');
    process.exit(2);
  });
  // Into a folder of its own first: two calls at the same time do not read half a file.
  const fresh = mkdtempSync(join(root, '.dist-cli-'));
  try {
    await build({
      root,
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: 'src/cli/main.ts',
        outDir: fresh,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'perimeter.mjs' } },
      },
    });
    writeFileSync(join(fresh, 'source.txt'), source);
    rmSync(built, { recursive: true, force: true });
    renameSync(fresh, built);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

requireNode();
const source = sourceHash();
const present = existsSync(program) && existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (present !== source) await buildProgram(source);
await import(pathToFileURL(program).href);
