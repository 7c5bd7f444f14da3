import type { DockTab } from '../../store/state';

/** The tabs of the dock, in their order. */
export const DOCK_TITLES: Readonly<Record<DockTab, string>> = {
  trace: 'Traces',
  problems: 'Problems',
  access: 'Access',
  cost: 'Cost',
  'trade-offs': 'Trade-offs',
  audit: 'Audit',
  timeline: 'Timeline',
  defend: 'Defend',
  outline: 'Outline',
};
export const isDockTab = (id: string): id is DockTab => Object.hasOwn(DOCK_TITLES, id);
export const DOCK_TABS: readonly DockTab[] = Object.keys(DOCK_TITLES).filter(isDockTab);
