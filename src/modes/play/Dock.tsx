import type { ReactNode } from 'react';
import { isPredicting } from '../../game/predict-play';
import { FoldButton } from '../../kit/FoldButton';
import { Tabs } from '../../kit/Tabs';
import type { ReportDesk } from '../../panels/audit/AuditPanel';
import type { DockTab } from '../../store/state';
import { useSession } from '../../store/use-session';
import {
  AccessPanel,
  AuditPanel,
  CostPanel,
  DecidingDays,
  DecidingTrace,
  DefendPanel,
  Judged,
  Outline,
  Problems,
  TimelinePanel,
  TracePanel,
  TradeOffsPanel,
  Withheld,
} from './later';
import frame from '../../kit/Frame.module.css';
import styles from './play.module.css';

interface Props {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly desk: ReportDesk;
  /** on a small screen the sheet opens and closes it. */
  readonly fixed?: boolean;
}

/** Traces, problems, access, cost, trade-offs, the audit, simulated time, incident cards and the outline, below the canvas. */
export function Dock({ open, onOpen, desk, fixed }: Props) {
  const dock = useSession((state) => state.dock);
  const problems = useSession((state) => state.report.problems.length);
  const traces = useSession((state) => state.report.traces.length);
  const actions = useSession((state) => state.actions);
  const predicting = useSession((state) => isPredicting(state.report));
  const count = (value: number) => (value > 0 ? <span className={frame.count}>{value}</span> : undefined);
  const panel = (content: ReactNode) => (open ? <Judged>{content}</Judged> : null);
  /** What would give an answer away. */
  const telling = (content: ReactNode, instead: ReactNode = <Withheld />) => panel(predicting ? instead : content);
  return (
    <section
      className={styles.dock}
      data-pane
      data-open={open || undefined}
      aria-label="Analysis"
      onClick={(event) => {
        // The chosen tab says nothing when it is chosen again, yet it must unfold the dock.
        if (!open && (event.target as HTMLElement).closest('[role="tab"]')) onOpen(true);
      }}
    >
      <Tabs
        label="Analysis"
        value={dock}
        onChange={(id) => {
          actions.showDock(id as DockTab);
          onOpen(true);
        }}
        items={[
          { id: 'trace', label: 'Traces', badge: count(traces), content: telling(<TracePanel />, <DecidingTrace />) },
          { id: 'problems', label: 'Problems', badge: count(problems), content: telling(<Problems />) },
          { id: 'access', label: 'Access', content: telling(<AccessPanel />) },
          { id: 'cost', label: 'Cost', content: panel(<CostPanel />) },
          { id: 'trade-offs', label: 'Trade-offs', content: telling(<TradeOffsPanel />) },
          { id: 'audit', label: 'Audit', content: telling(<AuditPanel desk={desk} />) },
          { id: 'timeline', label: 'Timeline', content: telling(<TimelinePanel />, <DecidingDays />) },
          { id: 'defend', label: 'Defend', content: telling(<DefendPanel desk={desk} />) },
          { id: 'outline', label: 'Outline', content: panel(<Outline />) },
        ]}
        actions={fixed ? undefined : <FoldButton what="the analysis" open={open} onOpen={onOpen} />}
      />
    </section>
  );
}
