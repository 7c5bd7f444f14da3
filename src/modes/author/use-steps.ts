import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds of work in one go: short enough that the page answers in between. */
const SLICE = 12;

export interface Running<Step, Result> {
  readonly state: 'idle' | 'running' | 'done' | 'cancelled';
  /** the newest step. */
  readonly step: Step | undefined;
  readonly result: Result | undefined;
  readonly start: (work: () => Generator<Step, Result>, each?: (step: Step) => void) => void;
  readonly cancel: () => void;
}

/** Long work in small slices: the page stays alive, shows how far it is, and can stop it. */
export function useSteps<Step, Result>(): Running<Step, Result> {
  const [shown, setShown] = useState<Pick<Running<Step, Result>, 'state' | 'step' | 'result'>>({
    state: 'idle',
    step: undefined,
    result: undefined,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const cancel = useCallback(() => {
    clearTimeout(timer.current);
    setShown((before) => (before.state === 'running' ? { ...before, state: 'cancelled' } : before));
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const start = useCallback((work: () => Generator<Step, Result>, each?: (step: Step) => void) => {
    clearTimeout(timer.current);
    setShown({ state: 'running', step: undefined, result: undefined });
    const steps = work();
    const slice = (): void => {
      const until = performance.now() + SLICE;
      let last: Step | undefined;
      do {
        const next = steps.next();
        if (next.done) {
          setShown((before) => ({ state: 'done', step: last ?? before.step, result: next.value }));
          return;
        }
        last = next.value;
        each?.(last);
      } while (performance.now() < until);
      const step = last;
      setShown({ state: 'running', step, result: undefined });
      timer.current = setTimeout(slice);
    };
    timer.current = setTimeout(slice);
  }, []);
  return { ...shown, start, cancel };
}
