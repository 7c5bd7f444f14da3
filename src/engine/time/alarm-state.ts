import type { AlarmState } from '../../model/timeline';
import type { AlarmFacet } from '../monitoring/facets';
import { evaluationRange } from '../monitoring/threshold';

type Rule = Pick<AlarmFacet, 'evaluationPeriods' | 'datapointsToAlarm' | 'threshold' | 'comparison' | 'missingData'>;

/**
 * The state of an alarm after looking at the data points of its evaluation range, newest first; `undefined` = no data.
 * Follows "Configuring how CloudWatch alarms treat missing data", with the premature transitions described there.
 */
export function evaluateAlarm(newestFirst: readonly (number | undefined)[], rule: Rule, now: AlarmState): AlarmState {
  const needed = rule.evaluationPeriods;
  const range = evaluationRange(rule);
  let real = 0;
  let breaching = 0;
  let realInRange = 0;
  let breachingInRange = 0;
  let oldestBreach = 0;
  for (let age = 1; age <= range; age += 1) {
    const value = newestFirst[age - 1];
    if (value === undefined) continue;
    const bad = breaches(value, rule);
    realInRange += 1;
    if (bad) {
      breachingInRange += 1;
      oldestBreach = age;
    }
    if (real < needed) {
      real += 1;
      if (bad) breaching += 1;
    }
  }
  if (real === needed) return breaching >= rule.datapointsToAlarm ? 'ALARM' : 'OK';
  if (rule.missingData === 'breaching') {
    return breaching + needed - real >= rule.datapointsToAlarm ? 'ALARM' : 'OK';
  }
  if (breaching >= rule.datapointsToAlarm) return 'ALARM';
  if (rule.missingData === 'notBreaching') return 'OK';
  if (real === 0) return rule.missingData === 'ignore' ? now : 'INSUFFICIENT_DATA';
  const premature = breachingInRange === realInRange && oldestBreach >= rule.datapointsToAlarm;
  if (!premature) return 'OK';
  return rule.missingData === 'ignore' ? now : 'ALARM';
}

function breaches(value: number, { comparison, threshold }: Rule): boolean {
  switch (comparison) {
    case '>':
      return value > threshold;
    case '>=':
      return value >= threshold;
    case '<':
      return value < threshold;
    case '<=':
      return value <= threshold;
  }
}
