import type { ReactNode } from 'react';
import { isPredicting } from '../../game/predict-play';
import { FoldingTabs } from '../../kit/FoldingPanel';
import type { TabItem } from '../../kit/Tabs';
import type { ReportDesk } from '../../panels/audit/AuditPanel';
import type { DockTab } from '../../store/state';
import { useSession } from '../../store/use-session';
import { DOCK_TABS, DOCK_TITLES, isDockTab } from './dock-tabs';
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
  const shown: Readonly<Record<DockTab, Pick<TabItem, 'badge' | 'content'>>> = {
    trace: { badge: count(traces), content: telling(<TracePanel />, <DecidingTrace />) },
    problems: { badge: count(problems), content: telling(<Problems />) },
    access: { content: telling(<AccessPanel />) },
    cost: { content: panel(<CostPanel />) },
    'trade-offs': { content: telling(<TradeOffsPanel />) },
    audit: { content: telling(<AuditPanel desk={desk} />) },
    timeline: { content: telling(<TimelinePanel />, <DecidingDays />) },
    defend: { content: telling(<DefendPanel desk={desk} />) },
    outline: { content: panel(<Outline />) },
  };
  return (
    <FoldingTabs
      label="Analysis"
      what="the analysis"
      open={open}
      onOpen={onOpen}
      fixed={fixed}
      value={dock}
      onChange={(id) => {
        if (isDockTab(id)) actions.showDock(id);
      }}
      items={DOCK_TABS.map((id) => ({ id, label: DOCK_TITLES[id], ...shown[id] }))}
    />
  );
}
