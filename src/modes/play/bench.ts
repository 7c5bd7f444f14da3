import type { LucideIcon } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useMedia } from '../../kit/use-media';
import type { DockTab } from '../../store/state';
import { useSession } from '../../store/use-session';

export type SideTab = 'first' | 'inspector';
export type SheetTab = SideTab | 'palette' | 'dock';

/** What stands before the inspector: goals, or the account. */
export interface FirstTab {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly badge?: ReactNode;
  readonly content: ReactNode;
}

/** Which panels are open around a canvas. */
export interface Bench {
  readonly narrow: boolean;
  readonly side: SideTab;
  readonly onSide: (tab: SideTab) => void;
  readonly dockOpen: boolean;
  readonly onDock: (open: boolean) => void;
  /** of a small screen. */
  readonly sheet: SheetTab | undefined;
  readonly onSheet: (tab: SheetTab | undefined) => void;
  /** opens the analysis at one of its tabs. */
  readonly show: (tab: DockTab) => void;
}

/** Panels open by themselves when something is played. */
export function useBench(): Bench {
  const actions = useSession((state) => state.actions);
  const playing = useSession((state) => state.playback !== undefined);
  const played = useSession((state) => state.drill?.run?.id);
  const narrow = !useMedia('(min-width: 1100px)');
  const [side, onSide] = useState<SideTab>('first');
  const [dockOpen, onDock] = useState(false);
  const [sheet, onSheet] = useState<SheetTab | undefined>(undefined);
  const openDock = useCallback(() => {
    onDock(true);
    onSheet('dock');
  }, []);
  useEffect(() => {
    if (playing) openDock();
  }, [playing, openDock]);
  useEffect(() => {
    if (played !== undefined) openDock();
  }, [played, openDock]);
  const show = (tab: DockTab): void => {
    actions.showDock(tab);
    openDock();
  };
  return { narrow, side, onSide, dockOpen, onDock, sheet, onSheet, show };
}
