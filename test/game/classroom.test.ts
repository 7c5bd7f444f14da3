import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as room from '../../src/game/classroom';
import { Room } from '../../src/model/classroom';

const fresh = room.freshRoom('one');
const goals = ['a', 'b'];

describe('the clicker', () => {
  test('reveals one goal after the other, and takes them back', () => {
    const first = room.next(fresh, goals);
    expect(first.revealed).toEqual(['a']);
    const second = room.next(first, goals);
    expect(second.revealed).toEqual(['a', 'b']);
    expect(room.next(second, goals)).toBe(second);
    expect(room.back(second).revealed).toEqual(['a']);
    expect(room.back(fresh)).toBe(fresh);
  });

  test('shows what waits before it reveals the next goal', () => {
    const asked = room.ask(fresh, 'Who will notice?', ['Nobody', 'Everybody']);
    const shown = room.next(asked, goals);
    expect(shown.vote?.shown).toBe(true);
    expect(shown.revealed).toEqual([]);
    expect(room.next(shown, goals).revealed).toEqual(['a']);
    expect(room.back(shown).vote?.shown).toBe(false);
    const announced = room.announce(fresh, { kind: 'zone-lost', on: 'subnet', atHour: 1 }, 24);
    expect(room.next(announced, goals)).toMatchObject({ drill: { shown: true }, revealed: [] });
    expect(room.back(room.next(announced, goals)).drill?.shown).toBe(false);
  });
});

describe('the clock', () => {
  test('runs, stands, gets a minute more, and ends', () => {
    const set = room.setTimer(fresh, 60, 0);
    expect(room.secondsLeft(set, 99_000)).toBe(60);
    const runs = room.startTimer(set, 1000);
    expect(room.secondsLeft(runs, 1000)).toBe(60);
    expect(room.secondsLeft(runs, 31_500)).toBe(30);
    expect(room.secondsLeft(room.pauseTimer(runs, 31_000), 99_000)).toBe(30);
    expect(room.secondsLeft(room.addTime(runs, 60, 31_000), 31_000)).toBe(90);
    expect(room.secondsLeft(runs, 999_000)).toBe(0);
  });
  test('does not start when nothing is left', () => {
    expect(room.startTimer(fresh, 0)).toBe(fresh);
  });
  test('begins again when it gets time after its end', () => {
    const over = room.startTimer(room.setTimer(fresh, 1, 0), 0);
    expect(room.secondsLeft(room.addTime(over, 60, 50_000), 60_000)).toBe(50);
  });
});

describe('teams', () => {
  const three = ['Blue', 'Green', 'Red'].reduce(room.addTeam, fresh);
  test('take turns, and the turn stays where it is when others leave', () => {
    const second = room.nextTurn(room.nextTurn(three));
    expect(second.turn).toBe(1);
    expect(room.removeTeam(second, 'Blue')).toMatchObject({ teams: ['Green', 'Red'], turn: 0 });
    expect(room.removeTeam(second, 'Green')).not.toHaveProperty('turn');
    expect(room.nextTurn({ ...three, turn: 2 }).turn).toBe(0);
    expect(room.nextTurn(fresh)).not.toHaveProperty('turn');
  });
  test('have names of their own', () => {
    expect(room.addTeam(three, ' Blue ').teams).toEqual(['Blue', 'Green', 'Red']);
    expect(room.addTeam(three, '  ')).toBe(three);
  });
});

describe('a vote', () => {
  test('needs a question and two answers', () => {
    expect(room.ask(fresh, ' ', ['a', 'b'])).toBe(fresh);
    expect(room.ask(fresh, 'Why?', ['a', ' '])).toBe(fresh);
  });
  test('about a goal reveals the goal with its counts', () => {
    const asked = room.countVotes(room.ask(fresh, 'Is it met?', ['Yes', 'No'], { requirement: 'b' }), 1, 7);
    expect(asked.revealed).toEqual([]);
    expect(asked.vote?.options.map(({ count }) => count)).toEqual([0, 7]);
    expect(room.showVote(asked, true).revealed).toEqual(['b']);
    expect(room.endVote(asked)).not.toHaveProperty('vote');
  });
});

describe('a frozen stage', () => {
  const before = room.reveal(room.spot(fresh, 'key'), 'a');
  test('keeps what it says of the design, and goes on with the lesson', () => {
    const later = room.addTeam(room.reveal(room.spot({ ...before, frozen: true, score: true }, 'vpc'), 'b'), 'Blue');
    const shown = room.onStage(room.nextTurn(room.setTimer(later, 60, 0)), before);
    expect(shown).toMatchObject({ frozen: true, revealed: ['a'], spotlight: 'key', score: false });
    expect(shown).toMatchObject({ teams: ['Blue'], turn: 0, timer: { left: 60 } });
  });
  test('shows everything again afterwards', () => {
    const later = room.reveal(before, 'b');
    expect(room.onStage(later, before)).toBe(later);
  });
});

test('another design takes with it what was said about the one before', () => {
  const said = room.look(room.spot(room.reveal(fresh, 'a'), 'key'), { x: 0, y: 0, width: 9, height: 9 });
  const other = room.present(said, 'Team Blue');
  expect(other).toEqual({ ...fresh, revealed: ['a'], whose: 'Team Blue' });
  expect(room.present(other, undefined)).not.toHaveProperty('whose');
});

test('no series of steps leads to a room that the stage would refuse', () => {
  const text = fc.string({ maxLength: 300 });
  const number = fc.oneof(fc.integer(), fc.double({ noNaN: true }));
  const step: fc.Arbitrary<(now: Room) => Room> = fc.oneof(
    fc.constant((now: Room) => room.next(now, goals)),
    fc.constant(room.back),
    fc.constant(room.nextTurn),
    fc.constant(room.endVote),
    text.map((name) => (now: Room) => room.addTeam(now, name)),
    text.map((name) => (now: Room) => room.removeTeam(now, name)),
    number.map((at) => (now: Room) => room.giveTurn(now, Math.trunc(at))),
    fc.tuple(text, fc.array(text)).map(
      ([words, options]) =>
        (now: Room) =>
          room.ask(now, words, options),
    ),
    fc.tuple(number, number).map(
      ([at, count]) =>
        (now: Room) =>
          room.countVotes(now, at, count),
    ),
    number.map((seconds) => (now: Room) => room.setTimer(now, seconds, 1e12)),
    fc.constant((now: Room) => room.startTimer(now, 1e12)),
    text.map((name) => (now: Room) => room.present(now, name)),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const end = steps.reduce((now, one) => one(now), fresh);
      expect(Room.safeParse(end).error).toBeUndefined();
    }),
  );
});
