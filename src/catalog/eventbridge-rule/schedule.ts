const SECONDS: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 };
const FIELD = /^(\*|\?|[\w*?/,#-]+)$/;

/**
 * Seconds between two times of a schedule expression, 0 when EventBridge refuses it ("Schedule types in EventBridge").
 * For cron expressions the longest common pause: what comes at least once a day counts as daily.
 */
export function secondsBetween(expression: string): number {
  const rate = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(expression);
  if (rate) {
    const count = Number(rate[1]);
    const plural = rate[3] === 's';
    return count > 0 && plural === count > 1 ? count * (SECONDS[rate[2] ?? ''] ?? 0) : 0;
  }
  const fields = /^cron\(([^()]*)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  // Day of the month and day of the week cannot both be said: one of them is "?".
  if (fields.length !== 6 || !fields.every((one) => FIELD.test(one)) || (day === '?') === (weekday === '?')) return 0;
  if (month !== '*') return 365 * 86_400;
  if (day !== '*' && day !== '?') return 31 * 86_400;
  if (weekday !== '*' && weekday !== '?') return 7 * 86_400;
  return step(hour, 3600) ?? step(minute, 60) ?? 3600;
}

/** `*` = every unit, `0/5` = every fifth; a fixed hour comes once a day. */
function step(field: string, unit: number): number | undefined {
  if (field === '*') return unit === 3600 ? undefined : unit;
  const every = /^(?:\*|\d+)\/(\d+)$/.exec(field);
  if (every) return Number(every[1]) * unit;
  return unit === 3600 ? 86_400 : undefined;
}
