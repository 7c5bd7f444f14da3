import * as z from 'zod/mini';
import { Account } from './account';
import { Diagram } from './diagram';
import { Incident, Traffic } from './incident';
import { choice, int, list, someItems, someText, text } from './schema';

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
const line = someText(200);
const markdown = someText(8000);

const Hint = z.strictObject({
  /** nudge → principle → where → worked step. */
  level: z.enum(['nudge', 'principle', 'where', 'step']),
  text: someText(1200),
});

const Control = z.strictObject({
  standard: z.enum(['PCI DSS 4.0.1', 'PCI DSS 3.2.1', 'HIPAA', 'GDPR', 'FSBP']),
  number: text(40),
  /** where the mapping comes from: an address or a document. */
  source: text(300),
});

export const Requirement = z.strictObject({
  id,
  title: line,
  /** what the player reads below the title, in one or two sentences. */
  detail: z._default(text(600), ''),
  /** id of a check; `params` follows that check's own schema. */
  check: id,
  params: z._default(z.record(z.string(), z.json()), {}),
  points: int(1, 100),
  controls: list(Control, 12),
  hints: list(Hint, 8),
  debrief: markdown,
});
export type Requirement = z.infer<typeof Requirement>;

/** A check of the frozen start, and what it must answer. */
const Condition = z.strictObject({
  check: id,
  /** laid over the parameters of the prediction. */
  params: z._default(z.record(z.string(), z.json()), {}),
  /** `missed`: something is judged, and misses. A check that stays silent answers neither. */
  holds: choice(['met', 'missed'], 'met'),
});
export type Condition = z.infer<typeof Condition>;

/** What will happen? The simulator, not the author, decides which option is true. */
export const Prediction = z.strictObject({
  id,
  text: someText(600),
  /** parameters that all conditions share. */
  params: z._default(z.record(z.string(), z.json()), {}),
  options: z
    .array(
      z.strictObject({
        id,
        text: line,
        /** what makes it right or wrong, read after the answer. */
        why: someText(600),
        /** it is true when all of these hold. */
        when: someItems(Condition, 4),
      }),
    )
    .check(z.minLength(2), z.maxLength(6)),
  points: int(1, 100),
  hints: list(Hint, 8),
  debrief: markdown,
});
export type Prediction = z.infer<typeof Prediction>;

const Question = z.strictObject({
  id,
  text: line,
  options: z
    .array(z.strictObject({ text: line, correct: z.boolean(), why: someText(600) }))
    .check(z.minLength(2), z.maxLength(6)),
});

/** Everything a player needs, in one file that a trainer can mail. */
export const Scenario = z.strictObject({
  /** gives completion in an editor; not read. */
  $schema: z.optional(text(300)),
  format: z.literal('perimeter-scenario'),
  version: z.literal(1),
  id,
  title: line,
  summary: line,
  story: markdown,
  task: z.enum(['build', 'fix', 'complete', 'predict', 'harden', 'defend']),
  difficulty: z.enum(['foundation', 'intermediate', 'advanced']),
  minutes: int(1, 240),
  domain: line,
  account: z.prefault(Account, {}),
  start: Diagram,
  allowedKinds: someItems(id, 120),
  /** what the player says about the frozen start, before anything may be changed. */
  predictions: list(Prediction, 12),
  /** may be empty where something is predicted. */
  requirements: z.array(Requirement).check(z.maxLength(40)),
  /** US dollars a month; above it the third star is out of reach. */
  budget: z.optional(z.number().check(z.positive())),
  /** what our own best design costs a month. */
  par: z.optional(z.number().check(z.nonnegative())),
  /** how the business uses the design, for simulated time. */
  traffic: z.prefault(Traffic, {}),
  /** what happens to the design when it is put to the test. Times count from a Monday at 00:00 UTC. */
  incidents: list(Incident, 20),
  questions: list(Question, 6),
  debrief: markdown,
});
export type Scenario = z.infer<typeof Scenario>;

/** Beside a scenario: a diagram that meets everything. */
export const Solution = z.strictObject({
  title: line,
  /** elements that may go without losing points, each with its reason (ablation walker). */
  decoration: z._default(
    z.array(z.strictObject({ node: z.string(), field: z.optional(z.string()), reason: line })),
    [],
  ),
  diagram: Diagram,
});
export type Solution = z.infer<typeof Solution>;

/** Beside a scenario: a diagram that misses exactly the named requirements. */
export const Attempt = z.strictObject({ title: line, misses: z.array(id).check(z.minLength(1)), diagram: Diagram });
export type Attempt = z.infer<typeof Attempt>;
