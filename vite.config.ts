import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { helpApart } from './scripts/field-help.mjs';

/** The development server injects inline scripts and a socket, so there the page's policy does not apply. */
const policyOnlyInBuilds: Plugin = {
  name: 'policy-only-in-builds',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

export default defineConfig({
  // Relative, so that the built folder also works below a path (a course page, an LMS).
  base: './',
  plugins: [react(), policyOnlyInBuilds, helpApart()],
  build: {
    target: 'es2022',
    // The size budget of `npm test` is measured from it.
    manifest: true,
    assetsInlineLimit: 0,
    // `npm test` weighs the first load, compressed, which says more.
    chunkSizeWarningLimit: 1000,
  },
});
