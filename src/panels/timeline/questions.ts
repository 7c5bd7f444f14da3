import { span } from '../../game/drill';
import type { Outcome, Verdict } from '../../model/timeline';

export const ANSWERS = { yes: 'Yes', no: 'No', needless: 'Not needed' } as const;

/** One of the five questions about an incident, with its answer. */
export interface Asked {
  readonly question: string;
  readonly verdict: Verdict;
  /** `needless`: it came to nothing, so nobody has to notice. */
  readonly answer: keyof typeof ANSWERS;
  /** when, and by whom; only what holds has one. */
  readonly detail: string;
}

export function questionsOf(outcome: Outcome, nameOf: (id: string) => string): readonly Asked[] {
  const { prevented, detected, notified, contained, attributable } = outcome;
  const after = (verdict: Verdict) => `after ${span((verdict.at ?? outcome.at) - outcome.at)}`;
  const asked = (question: string, verdict: Verdict, detail: string, needless = prevented.holds): Asked => ({
    question,
    verdict,
    answer: verdict.holds ? 'yes' : needless ? 'needless' : 'no',
    detail,
  });
  return [
    asked('Prevented', prevented, '', false),
    asked('Detected', detected, `${after(detected)}, by ${detected.by.map(nameOf).join(', ')}`),
    asked('Notified', notified, `${after(notified)}: ${notified.who.join(', ')}`),
    asked(
      'Contained',
      contained,
      `${after(contained)}, by ${contained.by === undefined ? 'itself' : nameOf(contained.by)}`,
    ),
    asked('Attributable', attributable, attributable.who.join(', ')),
  ];
}
