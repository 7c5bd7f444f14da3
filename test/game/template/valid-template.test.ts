import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CelEngine, TemplateFile } from '@aws/cloudformation-validate';
import { afterAll, describe, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import { drawings } from './drawings';

/** AWS's own validator, with the schemas of all resource types, offline. */
const engine = new CelEngine();
const folder = mkdtempSync(join(tmpdir(), 'perimeter-'));
afterAll(() => {
  engine.free();
  rmSync(folder, { recursive: true });
});

function faultsOf(text: string, name: string): readonly string[] {
  const path = join(folder, name);
  writeFileSync(path, text);
  return engine
    .validateStandard(new TemplateFile(path))
    .diagnostics.filter(({ severity }) => severity === 'FATAL' || severity === 'ERROR')
    .map(({ ruleId, message, entity }) => `${ruleId} ${entity?.logicalId ?? ''}: ${message}`);
}

const solutions = drawings.filter(({ path }) => path.includes('/solutions/'));

describe.each(solutions)('$path', ({ diagram, scenario: { account } }) => {
  const { json, yaml } = exportTemplate(diagram, catalog, { account });
  test('CloudFormation takes it', () => {
    expect(faultsOf(json, 'template.json')).toEqual([]);
    expect(faultsOf(yaml, 'template.yaml')).toEqual([]);
  });
});

test('the validator sees what is wrong', () => {
  const bad = { Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketNam: 'x' } } } };
  expect(faultsOf(JSON.stringify(bad), 'bad.json').join()).toContain('BucketNam');
});
