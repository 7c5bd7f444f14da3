import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useSession } from '../../store/use-session';
import styles from './play.module.css';

/** What nobody needs for the first stroke on the canvas loads when it is first shown. */
export const Inspector = lazy(async () => ({
  default: (await import('../../panels/inspector/Inspector')).Inspector,
}));
export const TracePanel = lazy(async () => ({ default: (await import('../../panels/trace/TracePanel')).TracePanel }));
export const Problems = lazy(async () => ({ default: (await import('../../panels/problems/Problems')).Problems }));
export const AccessPanel = lazy(async () => ({
  default: (await import('../../panels/access/AccessPanel')).AccessPanel,
}));
export const CostPanel = lazy(async () => ({ default: (await import('../../panels/cost/CostPanel')).CostPanel }));
export const TradeOffsPanel = lazy(async () => ({
  default: (await import('../../panels/trade-offs/TradeOffsPanel')).TradeOffsPanel,
}));
export const AuditPanel = lazy(async () => ({ default: (await import('../../panels/audit/AuditPanel')).AuditPanel }));
export const TimelinePanel = lazy(async () => ({
  default: (await import('../../panels/timeline/TimelinePanel')).TimelinePanel,
}));
export const DefendPanel = lazy(async () => ({
  default: (await import('../../panels/defend/DefendPanel')).DefendPanel,
}));
export const Predictions = lazy(async () => ({
  default: (await import('../../panels/predict/Predictions')).Predictions,
}));
export const FrozenBar = lazy(async () => ({ default: (await import('../../panels/predict/Frozen')).FrozenBar }));
export const FrozenPalette = lazy(async () => ({
  default: (await import('../../panels/predict/Frozen')).FrozenPalette,
}));
export const Withheld = lazy(async () => ({ default: (await import('../../panels/predict/Withheld')).Withheld }));
export const DecidingTrace = lazy(async () => ({
  default: (await import('../../panels/predict/Withheld')).DecidingTrace,
}));
export const DecidingDays = lazy(async () => ({
  default: (await import('../../panels/predict/Withheld')).DecidingDays,
}));
export const Outline = lazy(async () => ({ default: (await import('../../panels/outline/Outline')).Outline }));
export const BriefDialog = lazy(async () => ({ default: (await import('./BriefDialog')).BriefDialog }));
export const SolvedDialog = lazy(async () => ({ default: (await import('./SolvedDialog')).SolvedDialog }));
export const WorkBanner = lazy(async () => ({ default: (await import('./WorkBanner')).WorkBanner }));
export const HandInDialog = lazy(async () => ({ default: (await import('./HandInDialog')).HandInDialog }));
export const ShortcutsDialog = lazy(async () => ({ default: (await import('./ShortcutsDialog')).ShortcutsDialog }));
export const ExportTemplateDialog = lazy(async () => ({
  default: (await import('./ExportTemplateDialog')).ExportTemplateDialog,
}));
export const ImportTemplateDialog = lazy(async () => ({
  default: (await import('./ImportTemplateDialog')).ImportTemplateDialog,
}));
export const BenchCommands = lazy(async () => ({ default: (await import('./BenchCommands')).BenchCommands }));

const waiting = <p className={styles.waiting}>Loading</p>;

export function Later({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={waiting}>{children}</Suspense>;
}

/** For panels that show what the simulator found. */
export function Judged({ children }: { readonly children: ReactNode }) {
  const ready = useSession((state) => state.facts !== undefined);
  return ready ? <Later>{children}</Later> : waiting;
}
