import { say } from '../../engine/wording';
import type { Scenario } from '../../model/scenario';
import { truthsOf } from '../predict';
import type { Rules } from '../rules';
import { count, listWords } from '../words';
import type { Foretold, Gap } from './contract';
import { gapIn, SCENARIO } from './gap';

/** Every option of every prediction, held against the start. */
export function foretoldOf(scenario: Scenario, rules: Rules, words: ReadonlyMap<string, string>): Foretold[] {
  const truths = truthsOf(scenario, rules);
  return scenario.predictions.flatMap(({ id }) =>
    (truths.get(id) ?? []).map((option) => ({
      prediction: id,
      option: option.id,
      holds: option.holds,
      reasons: [...new Set(option.findings.flat().map((finding) => say(finding.reason, words)))],
    })),
  );
}

export function foretoldGaps({ predictions }: Scenario, foretold: readonly Foretold[]): Gap[] {
  return predictions.flatMap(({ id }, at): Gap[] => {
    const options = foretold.filter((one) => one.prediction === id);
    const right = options.filter(({ holds }) => holds).map(({ option }) => `“${option}”`);
    if (right.length === 1) return [];
    const path = ['predictions', at, 'options'];
    if (right.length > 1) {
      return [
        gapIn(
          SCENARIO,
          'predictions',
          'many-true-options',
          path,
          `${count(right.length, 'option')} of “${id}” are true of the start: ${listWords(right, 'and', 6)}.`,
          'Ask more narrowly, so that one of them holds.',
        ),
      ];
    }
    const said = [...new Set(options.flatMap(({ reasons }) => reasons))].slice(0, 4).join(' ');
    return [
      gapIn(
        SCENARIO,
        'predictions',
        'no-true-option',
        path,
        `No option of “${id}” is true of the start.${said === '' ? '' : ` The simulator says: ${said}`}`,
        'Correct the conditions of the option that is meant, or add the one that is missing.',
      ),
    ];
  });
}
