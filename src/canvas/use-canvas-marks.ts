import { useEffect, useMemo } from 'react';
import { useSession } from '../store/use-session';
import { badgeMarks, evidenceMarks, playbackMarks } from './evidence-marks';
import type { MarkStore } from './marks';
import type { FlowEdge } from './to-flow';

/** Turns what the session says of the drawing into marks on nodes and edges. */
export function useCanvasMarks(marks: MarkStore, edges: readonly FlowEdge[], badges: boolean): void {
  const diagram = useSession((state) => state.diagram);
  const highlight = useSession((state) => state.highlight);
  const playback = useSession((state) => state.playback);
  const report = useSession((state) => state.report);
  const say = useSession((state) => state.say);
  const trace = playback?.trace;
  const step = playback?.step ?? 0;

  useEffect(
    () => marks.replace('evidence', evidenceMarks(highlight, diagram, edges)),
    [marks, highlight, diagram, edges],
  );
  useEffect(() => marks.replace('playback', playbackMarks(trace, step, edges, say)), [marks, trace, step, edges, say]);
  const found = useMemo(() => (badges ? badgeMarks(report, say) : new Map()), [report, badges, say]);
  useEffect(() => marks.replace('badge', found), [marks, found]);
}
