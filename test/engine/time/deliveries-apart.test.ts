import { expect, it } from 'vitest';
import { askLogs } from '../../../src/engine/time/query';
import { edit, factsFrom, play, WATCHED } from './designs';

/** Source: CloudTrail API reference, "GetTrailStatus": errors of files and of log events stand apart. */
const statement = (more: object) => JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...more } });
const admits = (action: string, more: object = {}) =>
  statement({ Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: action, ...more });
const MAY_WRITE = statement({ Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' });

function recorded({ files, events }: { readonly files: boolean; readonly events: boolean }) {
  const facts = factsFrom(
    edit(WATCHED, {
      log: ['s3-bucket', { policy: files ? admits('s3:*', { Resource: '*' }) : '' }],
      trail: [
        'cloudtrail-trail',
        { bucket: 'log', dataEvents: ['AWS::SageMaker::Endpoint'], logGroup: 'group', role: 'writer' },
      ],
      group: ['log-group', {}],
      writer: [
        'iam-role',
        {
          trustPolicy: admits('sts:AssumeRole'),
          policies: events ? [{ name: 'write', document: MAY_WRITE }] : [],
        },
      ],
    }),
  );
  const timeline = play(facts, { hours: 4 });
  const answer = askLogs(facts, timeline, { logs: 'group', from: 0, to: 4 * 3600, event: 'InvokeEndpoint' });
  const calls = timeline.records.filter((one) => one.event === 'InvokeEndpoint');
  return {
    files: calls.some((one) => one.trails.includes('trail')),
    events: answer.rows.length > 0,
    codes: answer.steps.map(({ reason }) => reason.code),
  };
}

it.each([
  ['both', { files: true, events: true }],
  ['the files alone', { files: true, events: false }],
  ['the log group alone', { files: false, events: true }],
  ['neither', { files: false, events: false }],
])('%s may be written: that is where the records are', (_, may) => {
  expect(recorded(may)).toMatchObject(may);
});

it('a query of the log group says that its delivery is refused, although the files arrive', () => {
  expect(recorded({ files: true, events: false }).codes).toEqual([
    'time.query-not-delivered',
    'monitoring.trail-logs-blocked',
  ]);
});
