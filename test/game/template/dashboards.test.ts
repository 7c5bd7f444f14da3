import { expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import { importTemplate } from '../../../src/game/template/import-template';
import { diagramOf, expectSaid, type Sketch } from './sketch';
import { faultsOf } from './validator';

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
const diagram = diagramOf(DRAWN);
const { json } = exportTemplate(diagram, catalog);

test('CloudFormation takes them', () => expect(faultsOf(json)).toEqual([]), 60_000);

test('they come back as they were', () => {
  const back = importTemplate(json, catalog);
  expect(back.diagram).toEqual(diagram);
  expect(back.ignored).toEqual([]);
});

test('their resources alone say what they count and show', () => {
  expectSaid(json, DRAWN, /stream|dashboard|log-group/);
});
