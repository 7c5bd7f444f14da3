// Finds a Chromium for the browser tests, and installs one where there is none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** What a browser needs in a container: no sandbox for root, no GPU, no calls home. */
export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** @param {string} name */
function onPath(name) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** @param {string | undefined} path */
function runs(path) {
  if (!path || !existsSync(path)) return false;
  return spawnSync(path, ['--headless', '--no-sandbox', '--version'], { timeout: 30_000 }).status === 0;
}

/**
 * The first browser that starts: CHROME_BIN, Playwright's own, the system's, the one inside @sparticuz/chromium,
 * and, when `install` is set and we are root, Debian's package.
 * @param {{ install?: boolean }} [options]
 * @returns {Promise<string>}
 */
export async function findBrowser({ install = false } = {}) {
  const named = process.env['CHROME_BIN'];
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROME_BIN is "${named}", which does not start.`);
  }
  const own = chromium.executablePath();
  if (runs(own)) return own;
  for (const name of NAMES) {
    const path = onPath(name);
    if (path && runs(path)) return path;
  }
  const packed = await unpacked();
  if (packed) return packed;
  if (install && process.getuid?.() === 0 && onPath('apt-get')) {
    console.log('No browser found: installing the package chromium.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env });
    const path = onPath('chromium');
    if (path && runs(path)) return path;
  }
  throw new Error('No Chromium found. Install one, or set CHROME_BIN to its path.');
}

/** The binary that @sparticuz/chromium carries; it needs system libraries that may be missing. */
async function unpacked() {
  try {
    const { default: sparticuz } = await import('@sparticuz/chromium');
    const path = await sparticuz.executablePath();
    return runs(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
