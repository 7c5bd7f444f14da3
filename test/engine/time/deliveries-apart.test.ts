import { expect, it } from 'vitest';
import { askLogs } from '../../../src/engine/time/query';
import { edit, factsFrom, play, RECORDED } from './designs';

/** Source: CloudTrail API reference, "GetTrailStatus": errors of files and of log events stand apart. */
function recorded({ files, events }: { readonly files: boolean; readonly events: boolean }) {
  const facts = factsFrom(
    edit(RECORDED, {
      ...(!files && { log: { policy: '' } }),
      ...(!events && { writer: { policies: [] } }),
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
