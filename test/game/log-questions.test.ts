import { expect, test } from 'vitest';
import { insightsOf, LOG_QUESTIONS } from '../../src/game/log-questions';

/** CloudWatch Logs user guide, "CloudWatch Logs Insights QL": commands are joined by pipes, patterns stand in slashes. */
test.each([
  [{ event: 'InvokeEndpoint' }, ['filter eventName = "InvokeEndpoint"']],
  [{ event: 'Delete*', result: 'denied' }, ['filter eventName like /^Delete/', 'filter ispresent(errorCode)']],
  [{ principal: 'ada', result: 'allowed' }, ['filter who = "ada"', 'filter not ispresent(errorCode)']],
  [{}, []],
] as const)('%j as a query', (asked, filters) => {
  const [first, ...rest] = insightsOf(asked).split('\n| ');
  expect(first).toMatch(/^fields coalesce\(.*\) as who$/);
  expect(rest.slice(0, -2)).toEqual(filters);
  expect(rest.slice(-2)).toEqual([
    'stats count(*) as times, max(@timestamp) as latest by who, eventName, errorCode',
    'sort times desc',
  ]);
});

test('no two ready questions ask the same', () => {
  expect(new Set(LOG_QUESTIONS.map(insightsOf)).size).toBe(LOG_QUESTIONS.length);
  expect(new Set(LOG_QUESTIONS.map(({ id }) => id)).size).toBe(LOG_QUESTIONS.length);
});
