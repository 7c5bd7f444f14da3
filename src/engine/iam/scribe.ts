import type { Reason } from '../../model/trace';
import type { DecisionStep, Layer, Policy } from './contract';
import type { Applied, Match, Question } from './matching';
import { explainSilence, labelOf } from './near';

/** What every sentence may mention. */
export function subjectOf({ request }: Question) {
  return { caller: request.caller.arn, action: request.action, resource: request.resource };
}

/** Writes the steps of one decision down. Each method tells whether the decision may go on. */
export class Scribe {
  readonly steps: DecisionStep[] = [];
  constructor(private readonly question: Question) {}

  say(
    layer: Layer,
    verdict: DecisionStep['verdict'],
    code: string,
    matches: readonly Match[] = [],
    values: Reason['values'] = {},
  ): boolean {
    const statements = matches.map((match) => match.compiled.ref);
    const first = statements[0];
    const place: Reason['values'] = first ? { policy: first.policy, statement: labelOf(first) } : {};
    const reason = { code, values: { ...subjectOf(this.question), ...place, ...values } };
    this.steps.push({ layer, verdict, reason, statements });
    return verdict !== 'fail';
  }

  /** A layer that should have allowed and did not. */
  silent(layer: Layer, searched: readonly Policy[], values: Reason['values'] = {}): boolean {
    const subject = { ...subjectOf(this.question), ...values };
    this.steps.push({ layer, verdict: 'fail', ...explainSilence(layer, searched, this.question, subject) });
    return false;
  }

  /** A layer that must allow, where there is one. */
  limit(layer: Layer, attached: readonly Policy[] | undefined, applied: Applied): boolean {
    if (!attached) return true;
    if (applied.allows.length === 0) return this.silent(layer, attached);
    return this.say(layer, 'pass', `iam.${layer}-allows`, applied.allows);
  }
}
