import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import { importTemplate } from '../../../src/game/template/import-template';
import { faultsOf } from './validator';
import { wellDrawn } from './well-drawn';

const EXPLAINED: readonly RegExp[] = [
  // This rule looks for an ARN in plain text and takes a reference to a certificate for none.
  /^E3676 /,
];

test('whatever is well drawn is a valid template, and comes back', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(wellDrawn(catalog), (diagram) => {
      const made = exportTemplate(diagram, catalog);
      expect(importTemplate(made.yaml, catalog).diagram).toEqual(diagram);
      expect(importTemplate(made.json, catalog).diagram).toEqual(diagram);
      const faults = faultsOf(made.json).filter((fault) => !EXPLAINED.some((one) => one.test(fault)));
      expect([...new Set(faults)]).toEqual([]);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});
