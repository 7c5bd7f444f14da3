import * as z from 'zod/mini';
import { Diagram } from './diagram';
import { Incident } from './incident';
import { parseJson, problemsOf, type Read } from './read-json';
import { int, list, someText } from './schema';

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/));
const number = z.number().check(z.minimum(-1e6), z.maximum(1e6));

export const ROOM_LIMITS = {
  teams: 40,
  teamName: 40,
  options: 6,
  question: 600,
  option: 200,
  votes: 999,
  picked: 3,
} as const;

/** A place on the drawing, in its own pixels. */
export const Spot = z.strictObject({ x: number, y: number });
export type Spot = z.infer<typeof Spot>;

/** Which trace is played: both windows find it in the same drawing, so that nobody sends a verdict. */
export const TraceRef = z.discriminatedUnion('of', [
  /** one of the lists of requests, by its key there. */
  z.strictObject({ of: z.literal('request'), key: someText(300) }),
  /** what a finding of a requirement rests on; `finding` counts from 0. */
  z.strictObject({ of: z.literal('goal'), requirement: id, finding: int(0, 100_000) }),
]);
export type TraceRef = z.infer<typeof TraceRef>;

const Vote = z.strictObject({
  question: someText(ROOM_LIMITS.question),
  /** asks whether this requirement is met: the truth is shown with the counts. */
  requirement: z.optional(id),
  /** asks this prediction of the scenario; its options are those of the vote. */
  prediction: z.optional(id),
  options: z
    .array(z.strictObject({ text: someText(ROOM_LIMITS.option), count: int(0, ROOM_LIMITS.votes) }))
    .check(z.minLength(2), z.maxLength(ROOM_LIMITS.options)),
  /** the counts are on the stage. */
  shown: z.boolean(),
});
export type Vote = z.infer<typeof Vote>;

const Drill = z.strictObject({
  incident: Incident,
  /** how long the simulation runs. */
  hours: int(1, 24 * 90),
  seed: int(0, 1_000_000),
  /** its outcome is on the stage; before that only what is about to happen. */
  shown: z.boolean(),
});

/** What a facilitator has set up, beside the drawing. */
export const Room = z.strictObject({
  scenario: id,
  /** requirement ids, in the order in which they were revealed. */
  revealed: list(id, 40),
  score: z.boolean(),
  black: z.boolean(),
  frozen: z.boolean(),
  pointing: z.boolean(),
  spotlight: z.optional(id),
  /** the part of the drawing that the stage shows; absent: all of it. */
  view: z.optional(z.strictObject({ x: number, y: number, width: number, height: number })),
  timer: z.strictObject({
    /** seconds left when it does not run. */
    left: int(0, 86_400),
    /** when it will be over, in milliseconds since 1970; absent while it stands still. */
    endsAt: z.optional(z.number().check(z.nonnegative(), z.maximum(1e14))),
  }),
  teams: list(someText(ROOM_LIMITS.teamName), ROOM_LIMITS.teams),
  /** index into `teams`. */
  turn: z.optional(int(0, ROOM_LIMITS.teams - 1)),
  vote: z.optional(Vote),
  playback: z.optional(z.strictObject({ trace: TraceRef, step: int(0, 100_000) })),
  drill: z.optional(Drill),
  /** the class board calls nobody by name. */
  anonymous: z.boolean(),
  /** hand-ins that are to be discussed, by their ids on the board. */
  picked: list(id, ROOM_LIMITS.picked),
  /** whose design is on the stage, when it is not the facilitator's. */
  whose: z.optional(someText(120)),
});
export type Room = z.infer<typeof Room>;

/** Everything that the stage shows. */
export const Shown = z.strictObject({ room: Room, drawing: Diagram });
export type Shown = z.infer<typeof Shown>;

/** A lesson as it is kept, so that either window may be closed and opened again. */
export const Lesson = z.strictObject({
  format: z.literal('perimeter-lesson'),
  version: z.literal(1),
  room: Room,
  drawing: Diagram,
  /** the facilitator's own drawing, while that of a team is on the canvas. */
  own: z.optional(Diagram),
  stage: Shown,
});
export type Lesson = z.infer<typeof Lesson>;

const stage = someText(64);

/** What the windows tell each other. Every message is complete in itself: whoever missed one loses nothing. */
export const StageMessage = z.discriminatedUnion('type', [
  /** a stage is open: from the stage. */
  z.strictObject({ type: z.literal('hello'), stage }),
  z.strictObject({ type: z.literal('bye'), stage }),
  /** a clicker was pressed there. */
  z.strictObject({ type: z.literal('press'), press: z.enum(['next', 'back', 'black']) }),
  /** who is there: from the console. */
  z.strictObject({ type: z.literal('call') }),
  z.strictObject({ type: z.literal('room'), room: Room }),
  z.strictObject({ type: z.literal('drawing'), drawing: Diagram }),
  /** where the facilitator points; absent: nowhere. */
  z.strictObject({ type: z.literal('pointer'), at: z.optional(Spot) }),
]);
export type StageMessage = z.infer<typeof StageMessage>;
export type Press = Extract<StageMessage, { type: 'press' }>['press'];

const Envelope = z.strictObject({ perimeter: z.literal('stage'), version: z.literal(1), message: StageMessage });

export function writeMessage(message: StageMessage): string {
  return JSON.stringify({ perimeter: 'stage', version: 1, message });
}

/**
 * A message from anybody who knows the name of the channel. Text and not an object, so that its size and depth are
 * bounded before anything looks into it. `undefined` for whatever is not one of ours.
 */
export function readMessage(received: unknown): StageMessage | undefined {
  if (typeof received !== 'string') return undefined;
  const json = parseJson(received);
  const read = json.ok ? Envelope.safeParse(json.value) : undefined;
  return read?.success ? read.data.message : undefined;
}

export function readLesson(text: string): Read<Lesson> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const read = Lesson.safeParse(json.value);
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: problemsOf(read.error, text) };
}
