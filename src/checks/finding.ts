import type { NodeId } from '../model/diagram';
import type { Answer, Finding } from '../model/report';
import type { Evidence, Trace } from '../model/trace';

type More = Partial<Omit<Evidence, 'nodes'>> & { readonly trace?: Trace };

/** Builds the findings of one check: `const say = findings('keys-rotate'); say('meets', 'on', [key], {…})`. */
export function findings(check: string) {
  return (
    answer: Answer,
    word: string,
    nodes: readonly NodeId[],
    values: Readonly<Record<string, string | number>> = {},
    more: More = {},
  ): Finding => ({ answer, nodes, reason: { code: `${check}.${word}`, values }, ...more });
}

/** Keeps every finding when at least one meets; without one, what came close is what misses. */
export function atLeastOne(all: readonly Finding[]): readonly Finding[] {
  if (!all.some((one) => one.answer === 'meets')) return all;
  return all.map((one) => (one.answer === 'misses' ? { ...one, answer: 'silent' as const } : one));
}
