import { z } from 'zod';
import { Account } from './account';
import { Diagram } from './diagram';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const line = z.string().min(1).max(200);
const markdown = z.string().min(1).max(8000);

const Hint = z.strictObject({
  /** nudge → principle → where → worked step. */
  level: z.enum(['nudge', 'principle', 'where', 'step']),
  text: z.string().min(1).max(1200),
});

const Control = z.strictObject({
  standard: z.enum(['PCI DSS 4.0.1', 'PCI DSS 3.2.1', 'HIPAA', 'GDPR', 'FSBP']),
  number: z.string().max(40),
  /** where the mapping comes from: an address or a document. */
  source: z.string().max(300),
});

export const Requirement = z.strictObject({
  id,
  title: line,
  /** what the player reads below the title, in one or two sentences. */
  detail: z.string().max(600).default(''),
  /** id of a check; `params` follows that check's own schema. */
  check: id,
  params: z.record(z.string(), z.json()).default({}),
  points: z.number().int().min(1).max(100),
  controls: z.array(Control).max(12).default([]),
  hints: z.array(Hint).max(8).default([]),
  debrief: markdown,
});
export type Requirement = z.infer<typeof Requirement>;

const Question = z.strictObject({
  id,
  text: line,
  options: z
    .array(z.strictObject({ text: line, correct: z.boolean(), why: z.string().min(1).max(600) }))
    .min(2)
    .max(6),
});

/** Everything a player needs, in one file that a trainer can mail. */
export const Scenario = z.strictObject({
  /** gives completion in an editor; not read. */
  $schema: z.string().max(300).optional(),
  format: z.literal('perimeter-scenario'),
  version: z.literal(1),
  id,
  title: line,
  summary: line,
  story: markdown,
  task: z.enum(['build', 'fix', 'complete', 'predict', 'harden', 'defend']),
  difficulty: z.enum(['foundation', 'intermediate', 'advanced']),
  minutes: z.number().int().min(1).max(240),
  domain: line,
  account: Account.prefault({}),
  start: Diagram,
  allowedKinds: z.array(id).min(1).max(120),
  requirements: z.array(Requirement).min(1).max(40),
  /** US dollars a month; above it the third star is out of reach. */
  budget: z.number().positive().optional(),
  /** what our own best design costs a month. */
  par: z.number().nonnegative().optional(),
  questions: z.array(Question).max(6).default([]),
  debrief: markdown,
});
export type Scenario = z.infer<typeof Scenario>;

/** Beside a scenario: a diagram that meets everything. */
export const Solution = z.strictObject({
  title: line,
  /** elements that may go without losing points, each with its reason (ablation walker). */
  decoration: z.array(z.strictObject({ node: z.string(), field: z.string().optional(), reason: line })).default([]),
  diagram: Diagram,
});
export type Solution = z.infer<typeof Solution>;

/** Beside a scenario: a diagram that misses exactly the named requirements. */
export const Attempt = z.strictObject({ title: line, misses: z.array(id).min(1), diagram: Diagram });
export type Attempt = z.infer<typeof Attempt>;
