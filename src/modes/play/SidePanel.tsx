import { useEffect, useState } from 'react';
import { Tabs } from '../../kit/Tabs';
import { useSession, useSessionStore } from '../../store/use-session';
import { Goals } from './Goals';
import { Inspector, Judged } from './later';
import frame from '../../kit/Frame.module.css';

interface Props {
  /** the goal that is unfolded. */
  readonly goal: string | undefined;
  readonly onGoal: (id: string | undefined) => void;
}

/** Goals and inspector. Selecting something opens the inspector; the goals stay one click away. */
export function SidePanel({ goal, onGoal }: Props) {
  const [tab, setTab] = useState('goals');
  const session = useSessionStore();
  const report = useSession((state) => state.report);
  const foretold = (report.predictions ?? []).map(({ state }) => state === 'right');
  const results = [...foretold, ...report.requirements.map(({ met }) => met)];
  const met = results.filter(Boolean).length;
  // Also when what is selected is chosen once more.
  useEffect(
    () =>
      session.subscribe((now, before) => {
        if (now.selection !== before.selection && now.selection.length > 0) setTab('inspector');
      }),
    [session],
  );
  return (
    <Tabs
      className={frame.fill}
      label="Goals and properties"
      value={tab}
      onChange={setTab}
      items={[
        {
          id: 'goals',
          label: 'Goals',
          badge: <span className={frame.count}>{`${met}/${results.length}`}</span>,
          content: <Goals open={goal} onOpen={onGoal} />,
        },
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
