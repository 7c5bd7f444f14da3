import { useMemo } from 'react';
import { simulate } from '../../engine/time/simulate';
import type { Room } from '../../model/classroom';
import type { Outcome } from '../../model/timeline';
import { useSession } from '../../store/use-session';

/** What becomes of the incident of the room. Both windows play it for themselves, with the same dice. */
export function useTrial(drill: Room['drill']): readonly Outcome[] | undefined {
  const facts = useSession((state) => state.facts);
  const traffic = useSession((state) => state.scenario.traffic);
  const { incident, hours, seed } = drill ?? {};
  return useMemo(() => {
    if (!facts || !incident || hours === undefined || seed === undefined) return undefined;
    return simulate(facts, { seed, fromHour: 0, toHour: hours, traffic, incidents: [incident] }).outcomes;
  }, [facts, traffic, incident, hours, seed]);
}
