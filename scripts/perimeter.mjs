#!/usr/bin/env node
// `npx perimeter`: the command line. It is TypeScript, so the first call, and the first after a change, builds it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode, root } from './install.mjs';

const ROOMS = ['model', 'engine', 'catalog', 'checks', 'game', 'cli'];
const builds = join(root, 'dist-cli');

/** What the program is made of: the rooms it may use, and the packages. */
function sourceHash() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const room of ROOMS) {
    const folder = join(root, 'src', room);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(ts|json)$/.test(name),
    );
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Each state of the source has a folder of its own, so that calls at the same time never read half a program.
 * @param {string} folder
 */
async function buildProgram(folder) {
  console.error('Building the command line. This happens on the first call and after a change.');
  const { build } = await import('vite').catch(() => {
    console.error('The packages are missing: run `npm ci` first.');
    process.exit(2);
  });
  mkdirSync(builds, { recursive: true });
  const older = readdirSync(builds).filter((name) => !name.startsWith('new-'));
  const fresh = mkdtempSync(join(builds, 'new-'));
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
    if (!existsSync(folder)) renameSync(fresh, folder);
  } catch (error) {
    // Another call may have been quicker by a moment.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  for (const name of older) rmSync(join(builds, name), { recursive: true, force: true });
}

requireNode();
const folder = join(builds, sourceHash());
if (!existsSync(folder)) await buildProgram(folder);
await import(pathToFileURL(join(folder, 'perimeter.mjs')).href);
