import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CSP, fileFor, serve } from '../../scripts/serve.mjs';

const outside = mkdtempSync(join(tmpdir(), 'perimeter-serve-'));
const folder = join(outside, 'dist');

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<p>game</p>');
  writeFileSync(join(folder, 'assets/app-1.js'), 'export {}');
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

describe('fileFor', () => {
  test.each([
    ['/', 'index.html'],
    ['/play/card-fraud?x=1#y', 'index.html'],
    ['/assets/app-1.js', 'assets/app-1.js'],
  ])('%s is %s', (url, file) => {
    expect(fileFor(folder, url)).toBe(join(folder, file));
  });
  test.each([
    ['/../secret.txt', 404],
    ['/%2e%2e/secret.txt', 404],
    ['/..%2fsecret.txt', 404],
    ['/assets/../../secret.txt', 404],
    ['/.vite/manifest.json', 404],
    ['/assets/missing.js', 404],
    ['/..\\secret.txt', 400],
    ['/%00', 400],
    ['/%', 400],
    ['secret.txt', 400],
  ])('%s is refused with %i', (url, status) => {
    expect(fileFor(folder, url)).toBe(status);
  });
});

describe('serve', () => {
  test('sends type, policy and caching with each file', async () => {
    const game = await serve({ folder });
    const page = await fetch(game.url);
    expect(await page.text()).toBe('<p>game</p>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe(CSP);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const script = await fetch(`${game.url}assets/app-1.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    await game.close();
  });
  test('a raw path that climbs out gets nothing', async () => {
    const game = await serve({ folder });
    // fetch would tidy the path before sending it.
    const status = await new Promise((done, fail) => {
      request({ host: '127.0.0.1', port: game.port, path: '/assets/../../secret.txt' }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      })
        .on('error', fail)
        .end();
    });
    expect(status).toBe(404);
    await game.close();
  });
  test('takes a free port when the wanted one is busy', async () => {
    const first = await serve({ folder });
    const second = await serve({ folder, port: first.port });
    expect(second.port).not.toBe(first.port);
    expect((await fetch(second.url)).status).toBe(200);
    await first.close();
    await second.close();
  });
});
