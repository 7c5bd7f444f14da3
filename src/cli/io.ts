/** What a command may touch. Tests bring their own. */
export interface Io {
  readonly cwd: string;
  /** the folder of the scenarios that come with Perimeter. */
  readonly library: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** does somebody watch stderr? Only then is there any progress. */
  readonly interactive: boolean;
  /** milliseconds, from any origin. */
  readonly now: () => number;
  /** the date of a report, ISO 8601. */
  readonly today: () => string;
}

export const EXIT = {
  /** everything passes. */
  ok: 0,
  /** something was judged and does not pass. */
  fails: 1,
  /** bad usage, or a file that cannot be read. */
  unusable: 2,
  /** a defect of Perimeter itself. */
  defect: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Bad usage: a reason, and what to do instead. */
export class Refusal extends Error {
  constructor(
    reason: string,
    readonly remedy: string,
  ) {
    super(reason);
  }
}
