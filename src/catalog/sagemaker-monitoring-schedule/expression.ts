const EXPRESSION = /^cron\(0 (?:(\*)|(\d{1,2})(?:\/(\d{1,2}))?) \? \* \* \*\)$/;

/**
 * Hours between two runs, or `undefined` when SageMaker refuses the expression. It takes three shapes only
 * ("Cron expressions for monitoring schedule"): every hour, once a day at an hour, every N hours from an hour on.
 */
export function everyHours(expression: string): number | undefined {
  const match = EXPRESSION.exec(expression.trim());
  if (!match) return undefined;
  if (match[1] !== undefined) return 1;
  if (Number(match[2]) > 23) return undefined;
  if (match[3] === undefined) return 24;
  const step = Number(match[3]);
  return step >= 1 && step <= 24 ? step : undefined;
}

/** The hour of the day (UTC) from which it counts: 8 in `cron(0 8 ? * * *)`, 17 in `cron(0 17/12 ? * * *)`. */
export function startHour(expression: string): number {
  return Number(EXPRESSION.exec(expression.trim())?.[2] ?? 0);
}

/** The longest time that a run may take, in seconds. Hourly runs must make room for the next one. */
export function longestRun(type: string, hours: number | undefined): number {
  if (hours !== 1) return 86_400;
  return type === 'ModelBias' || type === 'ModelQuality' ? 1800 : 3600;
}
