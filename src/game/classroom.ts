import type { NodeId } from '../model/diagram';
import type { Incident } from '../model/incident';
import { ROOM_LIMITS, type Room, type Vote } from '../model/classroom';

const LONGEST = 86_400;

export function freshRoom(scenario: string): Room {
  return {
    scenario,
    revealed: [],
    score: false,
    black: false,
    frozen: false,
    pointing: false,
    timer: { left: 0 },
    teams: [],
    anonymous: false,
    picked: [],
  };
}

function without<Key extends keyof Room>(room: Room, ...keys: readonly Key[]): Omit<Room, Key> {
  const rest = { ...room };
  for (const key of keys) delete rest[key];
  return rest;
}

// Requirements

export function reveal(room: Room, requirement: string): Room {
  return room.revealed.includes(requirement) ? room : { ...room, revealed: [...room.revealed, requirement] };
}

export function hide(room: Room, requirement: string): Room {
  return { ...room, revealed: room.revealed.filter((id) => id !== requirement) };
}

/** One press of the clicker: shows what waits to be shown, else the next requirement of these. */
export function next(room: Room, requirements: readonly string[]): Room {
  if (room.vote && !room.vote.shown) return showVote(room, true);
  if (room.drill && !room.drill.shown) return showOutcome(room, true);
  const hidden = requirements.find((id) => !room.revealed.includes(id));
  return hidden === undefined ? room : reveal(room, hidden);
}

/** The way back: takes away what was shown last. */
export function back(room: Room): Room {
  if (room.vote?.shown) return showVote(room, false);
  if (room.drill?.shown) return showOutcome(room, false);
  const last = room.revealed.at(-1);
  return last === undefined ? room : hide(room, last);
}

// The clock. `now` is in milliseconds since 1970.

/** Whole seconds left. */
export function secondsLeft({ timer }: Pick<Room, 'timer'>, now: number): number {
  if (timer.endsAt === undefined) return timer.left;
  return Math.min(LONGEST, Math.max(0, Math.ceil((timer.endsAt - now) / 1000)));
}

export function startTimer(room: Room, now: number): Room {
  const left = secondsLeft(room, now);
  return left === 0 ? room : { ...room, timer: { left, endsAt: now + left * 1000 } };
}

export function pauseTimer(room: Room, now: number): Room {
  return { ...room, timer: { left: secondsLeft(room, now) } };
}

/** Also while it runs. */
export function setTimer(room: Room, seconds: number, now: number): Room {
  const left = Math.round(Math.min(LONGEST, Math.max(0, seconds)));
  const runs = room.timer.endsAt !== undefined && left > 0;
  return { ...room, timer: runs ? { left, endsAt: now + left * 1000 } : { left } };
}

export function addTime(room: Room, seconds: number, now: number): Room {
  return setTimer(room, secondsLeft(room, now) + seconds, now);
}

// Teams

export function addTeam(room: Room, name: string): Room {
  const team = name.trim().slice(0, ROOM_LIMITS.teamName);
  const full = room.teams.length >= ROOM_LIMITS.teams;
  return team === '' || full || room.teams.includes(team) ? room : { ...room, teams: [...room.teams, team] };
}

/** The turn stays with the team that has it; when that team goes, nobody has it. */
export function removeTeam(room: Room, name: string): Room {
  const turn = room.turn === undefined ? undefined : room.teams[room.turn];
  const teams = room.teams.filter((team) => team !== name);
  const at = turn === undefined ? -1 : teams.indexOf(turn);
  return { ...without(room, 'turn'), teams, ...(at >= 0 ? { turn: at } : {}) };
}

export function giveTurn(room: Room, team: number | undefined): Room {
  return team === undefined || team < 0 || team >= room.teams.length ? without(room, 'turn') : { ...room, turn: team };
}

export function nextTurn(room: Room): Room {
  return giveTurn(room, room.teams.length === 0 ? undefined : ((room.turn ?? -1) + 1) % room.teams.length);
}

// Votes

/** What the truth of a vote is asked of; a vote about neither has none. */
export type VoteSubject = { readonly requirement: string } | { readonly prediction: string } | Record<string, never>;

/** Asks a question; `undefined` options that are empty are left out, and two at least must remain. */
export function ask(room: Room, question: string, options: readonly string[], about: VoteSubject = {}): Room {
  const texts = options.map((text) => text.trim().slice(0, ROOM_LIMITS.option)).filter((text) => text !== '');
  const words = question.trim().slice(0, ROOM_LIMITS.question);
  if (words === '' || texts.length < 2) return room;
  const vote: Vote = {
    question: words,
    options: texts.slice(0, ROOM_LIMITS.options).map((text) => ({ text, count: 0 })),
    shown: false,
    ...about,
  };
  return { ...room, vote };
}

export function countVotes(room: Room, option: number, count: number): Room {
  if (!room.vote) return room;
  const votes = Math.round(Math.min(ROOM_LIMITS.votes, Math.max(0, count)));
  const options = room.vote.options.map((one, at) => (at === option ? { ...one, count: votes } : one));
  return { ...room, vote: { ...room.vote, options } };
}

/** With the counts of a vote about a requirement, the requirement is revealed as well. */
export function showVote(room: Room, shown: boolean): Room {
  const { vote } = room;
  if (!vote) return room;
  const next: Room = { ...room, vote: { ...vote, shown } };
  return shown && vote.requirement !== undefined ? reveal(next, vote.requirement) : next;
}

export function endVote(room: Room): Room {
  return without(room, 'vote');
}

// Incidents

export function announce(room: Room, incident: Incident, hours: number, seed = 1): Room {
  return { ...room, drill: { incident, hours, seed, shown: false } };
}

export function showOutcome(room: Room, shown: boolean): Room {
  return room.drill ? { ...room, drill: { ...room.drill, shown } } : room;
}

export function endDrill(room: Room): Room {
  return without(room, 'drill');
}

// The class board

/** Puts a hand-in among those to be discussed, or takes it out. Beyond the most, the one picked first makes room. */
export function pick(room: Room, handIn: string): Room {
  const others = room.picked.filter((id) => id !== handIn);
  return {
    ...room,
    picked: others.length < room.picked.length ? others : [...others, handIn].slice(-ROOM_LIMITS.picked),
  };
}

// The stage

export function spot(room: Room, node: NodeId | undefined): Room {
  return node === undefined ? without(room, 'spotlight') : { ...room, spotlight: node };
}

export function look(room: Room, view: Room['view']): Room {
  return view === undefined ? without(room, 'view') : { ...room, view };
}

export function play(room: Room, playback: Room['playback']): Room {
  return playback === undefined ? without(room, 'playback') : { ...room, playback };
}

/** Another design on the canvas: what was said about the one before goes. */
export function present(room: Room, whose: string | undefined): Room {
  const rest = without(room, 'spotlight', 'playback', 'drill', 'view', 'whose');
  return whose === undefined || whose === '' ? rest : { ...rest, whose: whose.slice(0, 120) };
}

/**
 * What the stage shows of a room. While it is frozen, everything about the design stays as it was; the clock, the
 * turn, the vote and the black screen go on.
 */
export function onStage(room: Room, before: Room): Room {
  if (!room.frozen) return room;
  const { scenario, timer, teams, turn, vote, black } = room;
  const held = without(before, 'turn', 'vote');
  return {
    ...held,
    scenario,
    timer,
    teams,
    black,
    frozen: true,
    pointing: false,
    ...(turn === undefined ? {} : { turn }),
    ...(vote === undefined ? {} : { vote }),
  };
}
