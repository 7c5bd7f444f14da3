import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CelEngine, TemplateFile } from '@aws/cloudformation-validate';
import { afterAll } from 'vitest';

/** AWS's own validator, with the schemas of all resource types, offline. */
const engine = new CelEngine();
const folder = mkdtempSync(join(tmpdir(), 'perimeter-'));
afterAll(() => {
  engine.free();
  rmSync(folder, { recursive: true });
});

/** What it finds fatal or an error in a template: rule, logical id, words. */
export function faultsOf(text: string, name = 'template.json'): readonly string[] {
  const path = join(folder, name);
  writeFileSync(path, text);
  return engine
    .validateStandard(new TemplateFile(path))
    .diagnostics.filter(({ severity }) => severity === 'FATAL' || severity === 'ERROR')
    .map(({ ruleId, message, entity }) => `${ruleId} ${entity?.logicalId ?? ''}: ${message}`);
}
