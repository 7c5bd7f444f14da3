import { useEffect } from 'react';
import type { Timeline } from '../../model/timeline';
import { useActions } from '../../store/use-session';
import { toneOf, type Moment } from './moments';

/** The canvas lights up what the events of a moment touch, for as long as it lasts. */
export function useLit(moment: Moment | undefined, timeline: Timeline): void {
  const actions = useActions();
  useEffect(() => {
    if (!moment) return;
    const nodes = [...new Set(moment.events.flatMap((event) => event.nodes))];
    const tones = moment.events.map((event) => toneOf(event, timeline));
    actions.highlight({ nodes, tone: tones.find((one) => one !== 'neutral') ?? 'neutral', reveal: true });
    return () => actions.highlight(undefined);
  }, [moment, timeline, actions]);
}
