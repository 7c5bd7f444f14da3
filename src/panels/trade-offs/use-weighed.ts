import { useEffect, useState } from 'react';
import { checks } from '../../checks/index';
import type { Facts } from '../../engine/facts';
import { BEST_PRACTICES } from '../../game/packs';
import { weigh, type Point } from '../../game/qualities';
import { useFacts, useSession } from '../../store/use-session';

interface Weighed {
  readonly points: readonly Point[];
  readonly done: boolean;
}

/** An edit is often followed by the next one. */
const PAUSE_MS = 300;
/** As long as one piece of the work may hold the screen up. */
const SLICE_MS = 8;
const NOTHING: readonly Point[] = [];

/** Weighs the design piece by piece, and anew when it changes. Until then the former answer stands. */
export function useWeighed(): Weighed {
  const facts = useFacts();
  const traffic = useSession((state) => state.scenario.traffic);
  const [weighed, setWeighed] = useState<{ readonly facts: Facts; readonly points: readonly Point[] }>();
  useEffect(() => {
    const work = weigh({ facts, checks, controls: BEST_PRACTICES, traffic });
    const found: Point[] = [];
    let timer = setTimeout(slice, PAUSE_MS);
    function slice() {
      const until = performance.now() + SLICE_MS;
      do {
        const next = work.next();
        if (next.done) {
          setWeighed({ facts, points: found });
          return;
        }
        found.push(next.value);
      } while (performance.now() < until);
      timer = setTimeout(slice);
    }
    return () => clearTimeout(timer);
  }, [facts, traffic]);
  return { points: weighed?.points ?? NOTHING, done: weighed?.facts === facts };
}
