import { expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { importTemplate } from '../../../src/game/template/import-template';
import type { Json } from '../../../src/model/json';
import { faithful } from './faithful';
import { expectSaid, type Sketch } from './sketch';

/** A trail that leaves out whatever it can. */
const DRAWN: Sketch = {
  files: ['s3-bucket'],
  trail: [
    'cloudtrail-trail',
    {
      bucket: 'files',
      globalServiceEvents: false,
      managementReadWrite: 'WriteOnly',
      excludeKmsEvents: true,
      dataEvents: ['AWS::S3::Object', 'AWS::SNS::Topic'],
      dataReadWrite: 'ReadOnly',
      dataResources: ['arn:aws:s3:::files/'],
    },
  ],
};
const { json } = faithful(DRAWN);

test('the resources alone say it, without what Perimeter keeps for itself', () => {
  expectSaid(json, DRAWN, /^cloudtrail-trail$/);
});

function basic(...selectors: readonly Json[]) {
  const Properties = { S3BucketName: 'somewhere', IsLogging: true, EventSelectors: selectors };
  const read = importTemplate(
    JSON.stringify({ Resources: { Trail: { Type: 'AWS::CloudTrail::Trail', Properties } } }),
    catalog,
  );
  return read.diagram.nodes['Trail']?.props ?? Object.values(read.diagram.nodes)[0]?.props;
}

test('basic selectors say the same', () => {
  expect(
    basic({
      ReadWriteType: 'WriteOnly',
      ExcludeManagementEventSources: ['kms.amazonaws.com'],
      DataResources: [
        { Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::scans/'] },
        { Type: 'AWS::Lambda::Function', Values: ['arn:aws:lambda'] },
      ],
    }),
  ).toMatchObject({
    managementReadWrite: 'WriteOnly',
    excludeKmsEvents: true,
    dataEvents: ['AWS::S3::Object', 'AWS::Lambda::Function'],
    dataReadWrite: 'WriteOnly',
    dataResources: ['arn:aws:s3:::scans/'],
  });
});
test('one selector that reads and one that writes record both, which is the default', () => {
  expect(basic({ ReadWriteType: 'WriteOnly' })).toEqual({ managementReadWrite: 'WriteOnly' });
  expect(basic({ ReadWriteType: 'WriteOnly' }, { ReadWriteType: 'ReadOnly' })).toEqual({});
});
