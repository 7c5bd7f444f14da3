import { test } from 'vitest';
import { faithful } from './faithful';
import { expectSaid, type Sketch } from './sketch';

/** A metric of a log group, an alarm on it, and a dashboard with both. */
const METRIC = { namespace: 'Audit', metricName: 'Deletions' };
const DRAWN: Sketch = {
  group: [
    'log-group',
    { metricFilters: [{ ...METRIC, name: 'deletions', pattern: '{ $.eventName = "DeleteModel" }' }] },
  ],
  gone: ['cloudwatch-alarm', { source: 'group', ...METRIC, statistic: 'Sum' }],
  stream: ['kinesis-stream'],
  board: [
    'cloudwatch-dashboard',
    {
      widgets: [
        {
          title: 'Lag',
          source: 'stream',
          namespace: 'AWS/Kinesis',
          metricName: 'GetRecords.IteratorAgeMilliseconds',
          statistic: 'Maximum',
          period: 60,
        },
      ],
      alarms: ['gone'],
    },
  ],
};
const { json } = faithful(DRAWN);

test('their resources alone say what they count and show', () => {
  expectSaid(json, DRAWN, /stream|dashboard|log-group/);
});
