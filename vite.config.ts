import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { helpApart } from './scripts/field-help.mjs';

/** The development server injects inline scripts and a socket, so there the page's policy does not apply. */
const policyOnlyInBuilds: Plugin = {
  name: 'policy-only-in-builds',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[]; readonly isEntry: boolean } | null;
}

const START = '/src/main.tsx';
const LIST = '/src/app/Home.tsx';
const PLAY = '/src/app/PlayRoute.tsx';
const NO_CANVAS = ['AuthorHome', 'DrawingRoute', 'HandInRoute', 'ReviewRoute', 'SandboxHome'].map(
  (name) => `/src/app/${name}.tsx`,
);
const closures = new Map<string, ReadonlySet<string>>();

/** A module and everything that it imports at once. */
function closureOf(end: string, graph: Graph): ReadonlySet<string> {
  const known = closures.get(end);
  if (known) return known;
  const found = new Set<string>();
  const add = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) add(next);
  };
  add(fileURLToPath(new URL(`.${end}`, import.meta.url)));
  closures.set(end, found);
  return found;
}

/** What the list and play need together, and what only a canvas needs, in one chunk each: small ones compress badly. */
function firstLoad(id: string, graph: Graph): string | null {
  const needs = (end: string): boolean => closureOf(end, graph).has(id);
  // One module names every icon there is, so what imports an icon cannot be told.
  if (id.includes('/lucide-react/dist/esm/icons/') || id.endsWith(PLAY) || !needs(PLAY)) return null;
  if (needs(START) || needs(LIST)) return 'both';
  return NO_CANVAS.some(needs) ? null : 'canvas';
}

export default defineConfig({
  // Relative, so that the built folder also works below a path (a course page, an LMS).
  base: './',
  plugins: [react(), policyOnlyInBuilds, helpApart()],
  build: {
    target: 'es2022',
    // The size budget of `npm test` is measured from it.
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: firstLoad, debugName: 'first load' }],
        },
      },
    },
    // `npm test` weighs the first load, compressed, which says more.
    chunkSizeWarningLimit: 1000,
  },
});
