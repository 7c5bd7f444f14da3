import type { Reason } from '../model/trace';
import { IAM_REASONS } from './iam/reasons';
import { DASHBOARD_REASONS } from './monitoring/dashboard-reasons';
import { EVENT_REASONS } from './monitoring/event-reasons';
import { FLOW_REASONS } from './monitoring/flow-reasons';
import { MONITORING_REASONS } from './monitoring/reasons';
import { NETWORK_REASONS } from './network/reasons';
import { GRAPH_REASONS } from './reasons';
import { REQUEST_REASONS } from './request/reasons';
import { TIME_REASONS } from './time/reasons';
import type { Checks } from './check';

const TEMPLATES: ReadonlyMap<string, string> = new Map(
  [
    GRAPH_REASONS,
    IAM_REASONS,
    NETWORK_REASONS,
    REQUEST_REASONS,
    MONITORING_REASONS,
    EVENT_REASONS,
    DASHBOARD_REASONS,
    FLOW_REASONS,
    TIME_REASONS,
  ].flatMap((table) => Object.entries(table)),
);

/** A reason as a sentence. An unknown code is shown as it is, so that nothing is hidden. */
export function say(reason: Reason, words?: ReadonlyMap<string, string>): string {
  const template = words?.get(reason.code) ?? TEMPLATES.get(reason.code);
  if (template === undefined) return `${reason.code} ${JSON.stringify(reason.values)}`;
  return template.replace(/\{([A-Za-z]+)\}/g, (place: string, key: string) =>
    Object.hasOwn(reason.values, key) ? String(reason.values[key]) : place,
  );
}

/** Whether `say` has a sentence of its own for this code. */
export function hasWords(code: string): boolean {
  return TEMPLATES.has(code);
}

/** The words of all checks by full code: `<check>.<word>`. */
export function wordsOf(checks: Checks): ReadonlyMap<string, string> {
  return new Map(
    [...checks.values()].flatMap((check) =>
      Object.entries(check.words).map(([code, text]): [string, string] => [`${check.id}.${code}`, text]),
    ),
  );
}
