import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import styles from './views.module.css';

/** What nobody needs for the first stroke on the canvas loads when it is first shown. */
export const Inspector = lazy(async () => ({ default: (await import('../../panels/inspector/Inspector')).Inspector }));
export const TracePanel = lazy(async () => ({ default: (await import('../../panels/trace/TracePanel')).TracePanel }));
export const Problems = lazy(async () => ({ default: (await import('../../panels/problems/Problems')).Problems }));
export const CostPanel = lazy(async () => ({ default: (await import('../../panels/cost/CostPanel')).CostPanel }));
export const TimelinePanel = lazy(async () => ({
  default: (await import('../../panels/timeline/TimelinePanel')).TimelinePanel,
}));
export const AccessPanel = lazy(async () => ({
  default: (await import('../../panels/access/AccessPanel')).AccessPanel,
}));
export const Outline = lazy(async () => ({ default: (await import('../../panels/outline/Outline')).Outline }));
export const AuthorCommands = lazy(async () => ({ default: (await import('./AuthorCommands')).AuthorCommands }));

export function Later({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<p className={styles.help}>Loading</p>}>{children}</Suspense>;
}
