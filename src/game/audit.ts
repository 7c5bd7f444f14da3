import type { Checks } from '../engine/check';
import { ask } from '../engine/evaluate';
import type { Facts } from '../engine/facts';
import type { Pack, PackControl, TradeOff } from '../model/pack';
import type { Finding } from '../model/report';

/** `not-applicable`: nothing is drawn that the control could be judged by. */
export type Verdict = 'met' | 'not-met' | 'not-applicable';
export const VERDICTS = ['not-met', 'met', 'not-applicable'] as const satisfies readonly Verdict[];

export interface JudgedControl {
  readonly control: PackControl;
  readonly verdict: Verdict;
  /** how many of the `judged` subjects meet it. */
  readonly meets: number;
  readonly judged: number;
  /** witnesses and counterexamples, what misses first; never a silent one. */
  readonly findings: readonly Finding[];
  /** conflicts that this verdict runs into. */
  readonly tradeOffs: readonly TradeOff[];
}

/** A diagram held against a pack, outside of any scenario. */
export interface Audit {
  readonly pack: Pack;
  readonly controls: readonly JudgedControl[];
  readonly totals: Readonly<Record<Verdict, number>>;
  /** conflicts that this diagram runs into. */
  readonly tradeOffs: readonly TradeOff[];
  /** errors in the drawing itself: what they blind cannot be judged. */
  readonly errors: number;
}

/** Judges every control of the pack. A control is met only if something meets it and nothing misses it. */
export function audit(facts: Facts, pack: Pack, checks: Checks): Audit {
  const controls = pack.controls.map((control): JudgedControl => {
    const { met, meets, judged, findings } = ask(control, facts, checks);
    const shown = findings.filter((one) => one.answer !== 'silent');
    const verdict = judged === 0 ? 'not-applicable' : met ? 'met' : 'not-met';
    return {
      control,
      verdict,
      meets,
      judged,
      findings: [...shown].sort((a, b) => Number(a.answer === 'meets') - Number(b.answer === 'meets')),
      tradeOffs: pack.tradeOffs.filter((one) => applies(one, control.id, verdict)),
    };
  });
  const count = (verdict: Verdict) => controls.filter((one) => one.verdict === verdict).length;
  return {
    pack,
    controls,
    totals: { met: count('met'), 'not-met': count('not-met'), 'not-applicable': count('not-applicable') },
    tradeOffs: pack.tradeOffs.filter((one) => controls.some(({ tradeOffs }) => tradeOffs.includes(one))),
    errors: facts.problems.filter((one) => one.severity === 'error').length,
  };
}

function applies({ controls, when }: TradeOff, control: string, verdict: Verdict): boolean {
  return controls.includes(control) && (when === 'judged' ? verdict !== 'not-applicable' : verdict === when);
}
