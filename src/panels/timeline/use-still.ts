import { useSyncExternalStore } from 'react';

const QUERY = '(prefers-reduced-motion: reduce)';

/** Whether somebody asked for less motion. */
export function useStill(): boolean {
  return useSyncExternalStore(
    (tell) => {
      const list = window.matchMedia(QUERY);
      list.addEventListener('change', tell);
      return () => list.removeEventListener('change', tell);
    },
    () => window.matchMedia(QUERY).matches,
    () => true,
  );
}
