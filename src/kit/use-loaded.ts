import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * A part that is fetched when it is first asked for: what it is once it has arrived, and how to ask. A part that
 * cannot be fetched stays away, and the next demand tries again.
 */
export function useLoaded<T>(fetchPart: () => Promise<T>): readonly [part: T | undefined, ask: () => void] {
  const [part, setPart] = useState<T | undefined>(undefined);
  const current = useRef(false);
  useEffect(() => {
    current.current = true;
    return () => {
      current.current = false;
    };
  }, []);
  const ask = useCallback(() => {
    fetchPart().then(
      (arrived) => {
        if (current.current) setPart(() => arrived);
      },
      () => undefined,
    );
  }, [fetchPart]);
  return [part, ask];
}
