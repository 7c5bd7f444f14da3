import { expect, test } from 'vitest';
import { writeRequests, type Worker } from '../../src/catalog/execution-role';
import { kind as bucket } from '../../src/catalog/s3-bucket/kind';
import { draw } from './drawing';

const { context } = draw({ data: { kind: bucket } });
const worker: Worker = { node: { id: 'job', name: 'job' }, role: 'role', origin: { type: 'platform' } };
const into = (where: string | undefined) => ({
  bucket: where,
  prefix: 'out/',
  key: undefined,
  field: 'output',
  what: 'results',
});

test('whoever names no bucket writes nothing', () => {
  expect(writeRequests(worker, into(undefined), context)).toEqual([]);
  expect(writeRequests(worker, into('data'), context)).toMatchObject([
    { action: 's3:PutObject', to: 'data', resource: 'arn:aws:s3:::data/out/object', title: 'job writes results' },
  ]);
});
