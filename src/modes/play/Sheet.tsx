import { Blocks, ChartNoAxesGantt, SlidersHorizontal } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { Category } from '../../catalog/kind';
import { Palette } from '../../panels/palette/Palette';
import type { ReportDesk } from '../../panels/audit/AuditPanel';
import { useSession } from '../../store/use-session';
import type { FirstTab, SheetTab } from './bench';
import { Dock } from './Dock';
import { FrozenPalette, Inspector, Judged, Later } from './later';
import styles from './play.module.css';

const OTHERS: readonly { readonly id: SheetTab; readonly words: string; readonly icon: LucideIcon }[] = [
  { id: 'palette', words: 'Palette', icon: Blocks },
  { id: 'inspector', words: 'Inspector', icon: SlidersHorizontal },
  { id: 'dock', words: 'Analysis', icon: ChartNoAxesGantt },
];

interface Props {
  readonly first: FirstTab;
  readonly tab: SheetTab | undefined;
  readonly onTab: (tab: SheetTab | undefined) => void;
  readonly category: Category;
  readonly onCategory: (category: Category) => void;
  readonly desk: ReportDesk;
}

/** The panels on a small screen: a sheet over the lower half of the canvas. Touching the open tab closes it. */
export function Sheet({ first, tab, onTab, category, onCategory, desk }: Props) {
  const tabs = [{ id: 'first' as const, words: first.label, icon: first.icon }, ...OTHERS];
  const placing = useSession((state) => state.placing);
  const focusField = useSession((state) => state.focusField);
  const frozen = useSession((state) => state.frozen);
  const panelId = useId();
  const show = useRef(onTab);
  show.current = onTab;
  useEffect(() => {
    if (placing !== undefined) show.current(undefined);
  }, [placing]);
  useEffect(() => {
    if (focusField !== undefined) show.current('inspector');
  }, [focusField]);
  return (
    <div className={styles.sheet} data-pane data-open={tab !== undefined || undefined}>
      {tab !== undefined ? (
        <div
          id={panelId}
          className={styles.sheetPanel}
          role="region"
          aria-label={`${tabs.find((one) => one.id === tab)?.words ?? ''} sheet`}
        >
          {tab === 'first' ? first.content : null}
          {tab === 'palette' && frozen ? (
            <Later>
              <FrozenPalette />
            </Later>
          ) : null}
          {tab === 'palette' && !frozen ? <Palette category={category} onCategory={onCategory} /> : null}
          {tab === 'inspector' ? (
            <Judged>
              <Inspector />
            </Judged>
          ) : null}
          {tab === 'dock' ? <Dock open onOpen={() => undefined} desk={desk} fixed /> : null}
        </div>
      ) : null}
      <nav className={styles.sheetTabs} aria-label="Panels">
        {tabs.map(({ id, words, icon: Icon }) => (
          <button
            key={id}
            type="button"
            aria-expanded={tab === id}
            aria-controls={tab === id ? panelId : undefined}
            onClick={() => onTab(tab === id ? undefined : id)}
          >
            <Icon aria-hidden="true" />
            {words}
          </button>
        ))}
      </nav>
    </div>
  );
}
