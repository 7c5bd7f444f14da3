export interface Clock {
  /** ISO 8601, UTC. */
  now(): string;
  /** Runs `work` once after so many milliseconds; the answer takes it back. */
  after(milliseconds: number, work: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => new Date().toISOString(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};
