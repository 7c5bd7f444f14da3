import { useEffect } from 'react';
import { Tabs } from '../../kit/Tabs';
import { useSessionStore } from '../../store/use-session';
import type { FirstTab, SideTab } from './bench';
import { Inspector, Judged } from './later';
import frame from '../../kit/Frame.module.css';

interface Props {
  readonly first: FirstTab;
  readonly tab: SideTab;
  readonly onTab: (tab: SideTab) => void;
}

/** What the work is about, and the inspector. Selecting something opens the inspector; the rest stays one click away. */
export function SidePanel({ first, tab, onTab }: Props) {
  const session = useSessionStore();
  // Also when what is selected is chosen once more.
  useEffect(
    () =>
      session.subscribe((now, before) => {
        if (now.selection !== before.selection && now.selection.length > 0) onTab('inspector');
      }),
    [session, onTab],
  );
  return (
    <Tabs
      className={frame.fill}
      label={`${first.label} and properties`}
      value={tab}
      onChange={(id) => onTab(id === 'first' ? id : 'inspector')}
      items={[
        { id: 'first', label: first.label, badge: first.badge, content: first.content },
        {
          id: 'inspector',
          label: 'Inspector',
          content: (
            <Judged>
              <Inspector />
            </Judged>
          ),
        },
      ]}
    />
  );
}
