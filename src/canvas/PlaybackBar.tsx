import { useReactFlow } from '@xyflow/react';
import { ChevronLeft, ChevronRight, Pause, Play, X } from 'lucide-react';
import { useEffect } from 'react';
import { IconButton } from '../kit/IconButton';
import type { Playback } from '../store/state';
import { useActions, useSessionStore } from '../store/use-session';
import type { Say } from './evidence-marks';
import css from './playback.module.css';
import { glide } from './pointer';

/** long enough to read a sentence of this length. */
const readingTime = (text: string) => Math.min(4200, 1100 + text.length * 16);

/** The trace that is being played: its step in words, and the way through it. It also keeps the time. */
export function PlaybackBar({ playback, say }: { readonly playback: Playback; readonly say: Say }) {
  const session = useSessionStore();
  const actions = useActions();
  const flow = useReactFlow();
  const { trace, step, running } = playback;
  const shown = trace.steps[step];
  const last = trace.steps.length - 1;
  const text = shown ? say(shown.reason) : '';

  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => actions.stepTo(step + 1), readingTime(text));
    return () => clearTimeout(timer);
  }, [running, step, text, actions]);

  useEffect(() => {
    const { diagram } = session.getState();
    const ids = [...new Set(trace.steps.flatMap((one) => one.nodes))].filter((id) => Object.hasOwn(diagram.nodes, id));
    if (ids.length > 0)
      void flow.fitView({ nodes: ids.map((id) => ({ id })), padding: 0.3, maxZoom: 1, duration: glide() });
  }, [trace, flow, session]);

  const go = (to: number) => {
    actions.setRunning(false);
    actions.stepTo(to);
  };
  return (
    <div className={css.bar} data-verdict={shown?.verdict} role="group" aria-label="Trace on the canvas">
      <IconButton
        size="sm"
        label="Previous step"
        icon={<ChevronLeft aria-hidden="true" />}
        disabled={step <= 0}
        onClick={() => go(step - 1)}
      />
      <IconButton
        size="sm"
        label={running ? 'Pause' : 'Play'}
        icon={running ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        onClick={() => actions.setRunning(!running)}
      />
      <IconButton
        size="sm"
        label="Next step"
        icon={<ChevronRight aria-hidden="true" />}
        disabled={step >= last}
        onClick={() => go(step + 1)}
      />
      <span className={css.count}>
        {step + 1} / {last + 1}
      </span>
      <span className={css.text}>{text}</span>
      <IconButton
        size="sm"
        label="Close the trace"
        icon={<X aria-hidden="true" />}
        onClick={() => actions.stopPlayback()}
      />
    </div>
  );
}
