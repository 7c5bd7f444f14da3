import { useEffect, useState } from 'react';
import { secondsLeft } from '../../game/classroom';
import type { Room } from '../../model/classroom';

/** Seconds left on the clock of the room, drawn again as they pass. */
export function useSeconds(timer: Room['timer'], now: () => number): number {
  const [left, setLeft] = useState(() => secondsLeft({ timer }, now()));
  useEffect(() => {
    const look = () => setLeft(secondsLeft({ timer }, now()));
    look();
    if (timer.endsAt === undefined) return undefined;
    const clock = setInterval(look, 200);
    return () => clearInterval(clock);
  }, [timer, now]);
  return left;
}

/** `4:07`, `75:00` */
export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
