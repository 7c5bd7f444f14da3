import { describe, expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import type { DiagramNode } from '../../../src/model/diagram';
import { drawings } from './drawings';
import { faultsOf } from './validator';

const solutions = drawings.filter(({ path }) => path.includes('/solutions/'));

describe.each(solutions)('$path', ({ diagram, scenario: { account } }) => {
  const { json, yaml } = exportTemplate(diagram, catalog, { account });
  test('CloudFormation takes it', { timeout: 60_000 }, () => {
    expect(faultsOf(json, 'template.json')).toEqual([]);
    expect(faultsOf(yaml, 'template.yaml')).toEqual([]);
  });
});

/** What is not drawn yet cannot be complete: a required property is missing, a policy is empty. */
const INCOMPLETE = /^(F3003|F3031|F3033|E3680) /;

test('no kind writes what CloudFormation does not know', { timeout: 60_000 }, () => {
  const nodes = [...catalog].map(([id, kind]): [string, DiagramNode] => {
    const host = kind.livesIn.includes('account') ? undefined : kind.livesIn.find((place) => catalog.has(place));
    const parent = host === undefined ? {} : { parent: host };
    return [id, { id, kind: id, name: kind.defaultName, ...parent, position: { x: 0, y: 0 }, props: {} }];
  });
  const faults = faultsOf(exportTemplate({ nodes: Object.fromEntries(nodes) }, catalog).json, 'every-kind.json');
  expect(faults.filter((fault) => !INCOMPLETE.test(fault))).toEqual([]);
});

test('the validator sees what is wrong', { timeout: 60_000 }, () => {
  const bad = { Resources: { Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketNam: 'x' } } } };
  expect(faultsOf(JSON.stringify(bad), 'bad.json').join()).toContain('BucketNam');
});
