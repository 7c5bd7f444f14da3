// Makes sure that the packages of package-lock.json are there. Uses Node alone: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the process with a sentence when this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Perimeter needs Node 20.19 or newer; this is Node ${process.versions.node}. Get it from https://nodejs.org/.`,
  );
  process.exit(1);
}

/** Runs `npm ci` unless the folder was installed from exactly this lock file. */
export function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(root, 'node_modules', '.perimeter-lock');
  const present = existsSync(stamp) ? readFileSync(stamp, 'utf8') : installedBy(lock) ? wanted : '';
  if (present === wanted) {
    if (!existsSync(stamp)) writeFileSync(stamp, wanted);
    return;
  }
  console.log('Installing packages (npm ci). The first time takes a minute.');
  const done = npm(['ci', '--no-audit', '--no-fund']);
  if (done !== 0) {
    console.error('npm ci failed: see its message above. Is there a connection to the package registry?');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/**
 * Somebody ran npm by hand: npm's own record of what it installed lists the same versions.
 * @param {Buffer} lock
 */
function installedBy(lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  /** @type {(text: string) => Record<string, { version?: string; optional?: boolean }>} */
  const packages = (text) => JSON.parse(text).packages ?? {};
  const wanted = Object.entries(packages(lock.toString('utf8'))).filter(([path]) => path !== '');
  const present = packages(readFileSync(record, 'utf8'));
  // Optional ones are binaries for other machines.
  return wanted.every(([path, { version, optional }]) =>
    present[path] ? present[path].version === version : optional,
  );
}

/** @param {string[]} args */
function npm(args) {
  // When npm started us it says where it lives; this also works where `npm` is a .cmd file.
  const cli = process.env['npm_execpath'];
  const run =
    cli && cli.endsWith('.js')
      ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return run.status ?? 1;
}
