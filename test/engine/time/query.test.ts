import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../src/model/diagram';
import { askLogs, type LogAnswer } from '../../../src/engine/time/query';
import { edit, factsFrom, play, RECORDED } from './designs';
import { may } from './policies';

/**
 * Sources: CloudTrail user guide, "Sending events to CloudWatch Logs" (a role that CloudTrail assumes), "Logging data
 * events" (none by default); SageMaker developer guide, "Logging with CloudTrail" (InvokeEndpoint is a data event);
 * CloudWatch Logs user guide, "Log retention". Logs Insights reads log groups and nothing else.
 */
const HOUR = 3600;
const why = ({ steps }: LogAnswer) => steps[0]?.reason.code.replace('time.query-', '');
const asked = { logs: 'group', from: 0, to: 4 * HOUR, event: 'InvokeEndpoint' };

function ask(design: Diagram, query: Partial<Parameters<typeof askLogs>[2]> = {}, hours = 8): LogAnswer {
  const facts = factsFrom(design);
  return askLogs(facts, play(facts, { hours }), { ...asked, ...query });
}

const DELETION = { kind: 'resource-deleted', on: 'scores', atHour: 2.5 };
const MAY_DELETE = edit(RECORDED, { operator: may('*') });

describe('a query while time goes on', () => {
  const facts = factsFrom(MAY_DELETE);
  const timeline = play(facts, { hours: 4, incidents: [DELETION] });
  const at = (hours: number, query: Partial<Parameters<typeof askLogs>[2]> = {}) => {
    const now = hours * HOUR;
    const answer = askLogs(facts, timeline, { from: 0, to: now, now, event: 'Delete*', ...query });
    return why(answer) === 'finds' ? answer.rows.map((one) => `${one.principal} ${one.event}`) : why(answer);
  };
  it.each([
    ['a log group', { logs: 'group' }],
    ['the files of a trail', { trail: 'trail' }],
    ['the Event history', {}],
  ])('of %s finds what has arrived by now', (_, place) => {
    expect(at(2.4, place)).toBe('nothing');
    expect(at(2.55, place)).toBe('on-the-way');
    expect(at(2.6, place)).toEqual(['operator DeleteEndpoint']);
  });
  it('finds calls of the hour once they share a record', () => {
    expect(at(0.9, { logs: 'group', event: 'InvokeEndpoint' })).toBe('nothing');
    expect(at(1.1, { logs: 'group', event: 'InvokeEndpoint' })).toEqual(['caller InvokeEndpoint']);
  });
  it('of the Event history finds no data events', () => {
    expect(at(3, { event: 'InvokeEndpoint' })).toBe('no-data-events');
  });
  it('of the files of a trail finds what its log group lost', () => {
    const short = factsFrom(edit(MAY_DELETE, { group: { retentionDays: 1 } }));
    const later = play(short, { hours: 40, incidents: [DELETION] });
    const asked = { from: 0, to: 40 * HOUR, now: 40 * HOUR, event: 'Delete*' };
    expect(why(askLogs(short, later, { ...asked, logs: 'group' }))).toBe('expired');
    expect(why(askLogs(short, later, { ...asked, trail: 'trail' }))).toBe('finds');
  });
});

describe('a query', () => {
  it('counts the calls of each principal', () => {
    const { rows, records } = ask(RECORDED);
    expect(rows.map(({ principal, event, result }) => [principal, event, result])).toEqual([
      ['caller', 'InvokeEndpoint', 'allowed'],
    ]);
    expect(rows[0]?.count).toBe(records.reduce((sum, one) => sum + one.count, 0));
    expect(rows[0]?.count).toBeGreaterThan(2000);
  });
  it('finds refused calls as such', () => {
    const refused = edit(RECORDED, { caller: { policies: [] } });
    expect(ask(refused).rows.map(({ result }) => result)).toEqual(['denied']);
  });
  it.each<[string, Partial<Parameters<typeof askLogs>[2]>, string]>([
    ['of another time', { from: 20 * HOUR, to: 24 * HOUR }, 'nothing'],
    ['of another call', { event: 'DeleteEndpoint' }, 'nothing'],
    ['of somebody else', { principal: 'operator' }, 'nothing'],
    ['of the caller', { principal: 'caller' }, 'finds'],
  ])('%s', (_, query, expected) => expect(why(ask(RECORDED, query))).toBe(expected));
  it.each<[string, Parameters<typeof edit>[1], string]>([
    ['data events are not selected', { trail: { dataEvents: [] } }, 'not-selected'],
    ['the trail writes to the bucket only', { trail: { logGroup: '', role: '' } }, 'no-trail'],
    ['the role may not write', { writer: { policies: [] } }, 'not-delivered'],
    ['the trail is not logging', { trail: { isLogging: false } }, 'not-delivered'],
    ['there is no trail', { trail: null }, 'no-trail'],
  ])('%s: it finds nothing, and says why', (_, edits, expected) => {
    const answer = ask(edit(RECORDED, edits));
    expect(answer.rows).toEqual([]);
    expect(why(answer)).toBe(expected);
  });
  it('of every call that begins so, and of refusals only', () => {
    const found = ask(RECORDED, { event: 'Invoke*' }).rows;
    expect(found.map(({ event, targets }) => [event, targets])).toEqual([['InvokeEndpoint', ['scores']]]);
    expect(ask(RECORDED, { event: 'Invoke*', result: 'denied' }).rows).toEqual([]);
    expect(ask(RECORDED, { event: 'Delete*' }).rows).toEqual([]);
  });
  it('finds nothing that is older than the group keeps', () => {
    const short = edit(RECORDED, { group: { retentionDays: 1 } });
    expect(why(ask(short, {}, 20))).toBe('finds');
    expect(why(ask(short, {}, 40))).toBe('expired');
    expect(why(ask(RECORDED, {}, 40))).toBe('finds');
  });
});
