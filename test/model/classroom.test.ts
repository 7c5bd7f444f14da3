import { expect, test } from 'vitest';
import { freshRoom } from '../../src/game/classroom';
import { readLesson, readMessage, writeMessage, type StageMessage } from '../../src/model/classroom';

const room = freshRoom('one');
const messages: readonly StageMessage[] = [
  { type: 'hello', stage: '1-2' },
  { type: 'bye', stage: '1-2' },
  { type: 'press', press: 'next' },
  { type: 'call' },
  { type: 'room', room },
  { type: 'drawing', drawing: { nodes: {} } },
  { type: 'pointer', at: { x: 1, y: 2 } },
  { type: 'pointer' },
];

test.each(messages.map((message) => [message.type, message] as const))('a message “%s” arrives', (_, message) => {
  expect(readMessage(writeMessage(message))).toEqual(message);
});

const wrap = (message: unknown, more: object = {}) =>
  JSON.stringify({ perimeter: 'stage', version: 1, message, ...more });
const strange: readonly (readonly [string, unknown])[] = [
  ['an object instead of text', { perimeter: 'stage', version: 1, message: { type: 'call' } }],
  ['nothing', undefined],
  ['no JSON', 'call'],
  ['another version', wrap({ type: 'call' }, { version: 2 })],
  ['something beside the message', wrap({ type: 'call' }, { also: 1 })],
  ['a type that is not known', wrap({ type: 'eval', code: 'alert(1)' })],
  ['a room with a field too many', wrap({ type: 'room', room: { ...room, html: '<b>' } })],
  ['a name that is too long', wrap({ type: 'room', room: { ...room, teams: ['x'.repeat(41)] } })],
  ['a place beyond all drawings', wrap({ type: 'pointer', at: { x: 1e9, y: 0 } })],
  ['a key that reaches a prototype', '{"perimeter":"stage","version":1,"message":{"__proto__":{}}}'],
  ['nesting without end', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['more than fits', wrap({ type: 'hello', stage: 'x'.repeat(2_000_001) })],
];
test.each(strange)('what is not one of ours is not heard: %s', (_, message) => {
  expect(readMessage(message)).toBeUndefined();
});

test('a broken lesson says where, why and what to do', () => {
  const lesson = { format: 'perimeter-lesson', version: 1, room: { ...room, score: 3 }, drawing: { nodes: {} } };
  const read = readLesson(JSON.stringify({ ...lesson, stage: { room, drawing: { nodes: {} } } }));
  expect(read).toMatchObject({ ok: false, problems: [{ place: 'room.score', reason: 'This must be true or false.' }] });
});
