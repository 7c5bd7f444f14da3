import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import type { Card, Grade as FsrsGrade } from 'ts-fsrs';
import type { Scenario } from '../model/scenario';
import { hintsFor } from './hints';
import { entryOf } from './progress';
import type { Idea, Memory, Progress } from './progress';
import type { Place } from './review-due';

export type Grade = 'again' | 'hard' | 'good' | 'easy';
export const GRADES: readonly Grade[] = ['again', 'hard', 'good', 'easy'];

const RATINGS: Readonly<Record<Grade, FsrsGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/** FSRS with its published weights; ideas come back after days, never within the same sitting, and without dice. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 365 });

/** What the scheduler makes of one more review at this time (ISO 8601). */
function reviewed({ memory }: Idea, grade: Grade, at: string): Memory {
  const now = new Date(at);
  const { card } = scheduler.next(memory ? cardFor(memory) : createEmptyCard(now), now, RATINGS[grade]);
  return {
    due: card.due.toISOString(),
    last: at,
    stability: card.stability,
    difficulty: card.difficulty,
    days: card.scheduled_days,
    reviews: (memory?.reviews ?? 0) + 1,
    lapses: card.lapses,
    state: card.state,
  };
}

function cardFor(memory: Memory): Card {
  return {
    due: new Date(memory.due),
    last_review: new Date(memory.last),
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: 0,
    scheduled_days: memory.days,
    learning_steps: 0,
    reps: memory.reviews,
    lapses: memory.lapses,
    state: memory.state,
  };
}

/** In how many days an idea comes back after each grade. */
export function daysAfter(idea: Idea, at: string): Readonly<Record<Grade, number>> {
  const days = (grade: Grade): number => reviewed(idea, grade, at).days;
  return { again: days('again'), hard: days('hard'), good: days('good'), easy: days('easy') };
}

/** Remembers a review. The same object when the idea is unknown. */
export function recordReview(progress: Progress, place: Place, grade: Grade, at: string): Progress {
  const ideas = entryOf(progress.review, place.scenario) ?? {};
  const idea = entryOf(ideas, place.idea);
  if (!idea) return progress;
  const after: Idea = { ...idea, memory: reviewed(idea, grade, at) };
  return { ...progress, review: { ...progress.review, [place.scenario]: { ...ideas, [place.idea]: after } } };
}

interface CardOption {
  readonly text: string;
  readonly right: boolean;
  readonly why: string;
}
/** One idea, as it is asked and answered. */
export interface ReviewCard {
  /** title of the scenario. */
  readonly from: string;
  readonly lead: string;
  readonly ask: string;
  /** empty where there is nothing to choose from. */
  readonly options: readonly CardOption[];
  /** Markdown, as the next one. */
  readonly answer?: string;
  readonly why?: string;
}

/**
 * The card of an idea; `undefined` when its scenario no longer has it.
 * @param truths prediction → the option that the simulator finds true.
 */
export function cardOf(scenario: Scenario, idea: string, truths: ReadonlyMap<string, string>): ReviewCard | undefined {
  const [kind, id] = idea.split(':');
  const from = scenario.title;
  if (kind === 'question') {
    const question = scenario.questions.find((one) => one.id === id);
    return (
      question && {
        from,
        lead: 'Check yourself',
        ask: question.text,
        options: question.options.map(({ text, correct, why }) => ({ text, right: correct, why })),
      }
    );
  }
  if (kind === 'prediction') {
    const prediction = scenario.predictions.find((one) => one.id === id);
    const right = truths.get(id ?? '');
    if (!prediction || right === undefined) return undefined;
    const options = prediction.options.map((one) => ({ text: one.text, right: one.id === right, why: one.why }));
    return { from, lead: 'What will happen?', ask: prediction.text, options, why: prediction.debrief };
  }
  const goal = scenario.requirements.find((one) => one.id === id);
  if (!goal) return undefined;
  const hints = hintsFor(goal, goal.hints.length).filter(({ level }) => level === 'principle' || level === 'step');
  return {
    from,
    lead: 'How do you reach this goal?',
    ask: goal.title,
    options: [],
    answer: hints.map(({ text }) => text).join('\n\n'),
    why: goal.debrief,
  };
}
