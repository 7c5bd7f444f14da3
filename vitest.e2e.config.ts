import { defineConfig } from 'vitest/config';

/** Real Chromium against the built folder. One browser at a time: the machines that run this have two cores. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
