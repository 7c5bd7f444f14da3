// `npm start`: from a bare clone to a playable game.
import { join } from 'node:path';
import { installPackages, requireNode, root } from './install.mjs';
import { serve } from './serve.mjs';

requireNode();

const at = process.argv.indexOf('--port');
const port = at === -1 ? 4173 : Number(process.argv[at + 1]);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error('--port wants a number from 0 to 65535; 0 picks a free port.');
  process.exit(1);
}

installPackages();
// Only now: these need the packages.
const { generate } = await import('./generate.mjs');
const { build } = await import('vite');
await generate({ check: false });
await build({ root, logLevel: 'warn' });

const { url, port: used, close } = await serve({ folder: join(root, 'dist'), port });
if (port !== 0 && used !== port) console.log(`Port ${port} is busy, so another one was taken.`);
console.log(`\nPerimeter is ready: ${url}\nStop it with Ctrl+C.`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    void close().then(() => process.exit(0));
  });
}
