import { simulate } from '../../engine/time/simulate';
import type { Round } from '../../store/state';
import { useSession } from '../../store/use-session';

const HOUR = 3600;

/** Plays the same incident on the timeline, where its events and metrics are. */
export function useOnTimeline({ card, facts }: Round): () => void {
  const traffic = useSession((state) => state.scenario.traffic);
  const drill = useSession((state) => state.drill);
  const actions = useSession((state) => state.actions);
  return () => {
    const { incident } = card;
    const { seed, to } = card.timeline;
    const hours = Math.max(24, Math.ceil(to / HOUR / 24) * 24);
    const incidents = [incident];
    const timeline = simulate(facts, { seed, fromHour: 0, toHour: hours, traffic, incidents });
    actions.setDrill({ incidents, hours, seed, run: { id: (drill?.run?.id ?? 0) + 1, facts, incidents, timeline } });
    actions.showDock('timeline');
  };
}
