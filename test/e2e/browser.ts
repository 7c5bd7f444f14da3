import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { FLAGS, findBrowser } from '../../scripts/browser.mjs';
import { serve as serveFolder } from '../../scripts/serve.mjs';

/** `PERIMETER_DIST` names another built folder than `dist/`. */
const dist = process.env['PERIMETER_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** What every screen is looked at: a laptop, a large screen, a phone. */
export const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
] as const;

/** Serves the built game with the server of `npm start`. */
async function serve(): Promise<{ url: string; close: () => Promise<void> }> {
  if (!existsSync(`${dist}/index.html`))
    throw new Error(`There is no built game in ${dist}. Run "npm run build" first.`);
  return serveFolder({ folder: dist });
}

async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: [...FLAGS], chromiumSandbox: false });
}

export interface Opened {
  readonly page: Page;
  /** console errors, uncaught exceptions and policy violations so far. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** A page with an empty profile that writes down everything that goes wrong on it. */
async function open(browser: Browser, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  const complaints: string[] = [];
  await context.exposeBinding('perimeterComplain', (_source, text: string) => {
    complaints.push(text);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (globalThis as unknown as { perimeterComplain: (text: string) => void }).perimeterComplain;
      tell(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) =>
    complaints.push(`request: ${request.url()} ${request.failure()?.errorText ?? ''}`),
  );
  return { page, complaints, close: () => context.close() };
}

/** The served game and a browser, from before the first test of a file (or of a block) until after its last. */
export function playground(): { readonly url: string; open(options?: BrowserContextOptions): Promise<Opened> } {
  let browser: Browser;
  let game: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    game = await serve();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await game?.close();
  });
  return {
    get url() {
      return game.url;
    },
    open: (options) => open(browser, options),
  };
}
