import { Target } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { isPredicting } from '../../game/predict-play';
import type { ReportDesk } from '../../panels/audit/AuditPanel';
import type { Place } from '../../panels/commands/place';
import { useSession } from '../../store/use-session';
import { useBench } from './bench';
import { Goals } from './Goals';
import { GoalCount } from './GoalCount';
import type { HandInDesk } from './hand-in-desk';
import { BriefDialog, HandInDialog, SolvedDialog, WorkBanner } from './later';
import type { NextScenario } from './SolvedDialog';
import type { TemplateFiles } from './template-file';
import type { WorkBannerProps } from './WorkBanner';
import { Workbench } from './Workbench';

export interface PlayModeProps extends WorkBannerProps {
  readonly dark: boolean;
  readonly homeHref: string;
  readonly onTheme: () => void;
  readonly onLeave: () => void;
  readonly next?: NextScenario | undefined;
  /** shows a solution of ours; absent where there is none. */
  readonly onSolution?: (() => void) | undefined;
  /** absent where nothing can be handed in. */
  readonly handIn?: HandInDesk;
  /** to the console of the classroom. */
  readonly onTeach?: () => void;
  /** takes a copy of the drawing into the sandbox. */
  readonly onSandbox?: () => void;
  readonly onExport: () => void;
  readonly onOpenFile: () => void;
  readonly desk: ReportDesk;
  readonly templateFiles: TemplateFiles;
  readonly places: () => Promise<readonly Place[]>;
  /** a first visit begins with the brief. */
  readonly showBrief: boolean;
}

/** One player, one scenario: palette, canvas, goals, inspector and analysis. Stands inside a `SessionProvider`. */
export function PlayMode(props: PlayModeProps) {
  const actions = useSession((state) => state.actions);
  const start = useSession((state) => state.scenario.start);
  const predicting = useSession((state) => isPredicting(state.report));
  const first = useSession((state) => state.scenario.predictions[0]?.id);
  const notice = useSession((state) => state.notice);
  const bench = useBench();
  const [brief, setBrief] = useState(props.showBrief);
  const [summary, setSummary] = useState(false);
  const [handingIn, setHandingIn] = useState(false);
  const [goal, setGoal] = useState(first);
  const announced = useRef<number | undefined>(undefined);
  const onBrief = () => setBrief(true);

  useEffect(() => {
    if (notice?.tone !== 'won' || announced.current === notice.id) return;
    announced.current = notice.id;
    setSummary(true);
  }, [notice]);
  return (
    <Workbench
      {...props}
      bench={bench}
      homeWords="list of scenarios"
      onBrief={onBrief}
      onSummary={() => setSummary(true)}
      first={{
        label: 'Goals',
        icon: Target,
        badge: <GoalCount />,
        content: <Goals open={goal} onOpen={setGoal} desk={props.desk} />,
      }}
      menu={async (common) => {
        const { playItems } = await import('./menu-items');
        return playItems({
          ...common,
          ...props,
          predicting,
          onBrief,
          onHandIn: props.handIn && (() => setHandingIn(true)),
          onRestart: () => actions.load(start, 'Started again. Undo brings your work back.', {}),
        });
      }}
      above={
        <Suspense fallback={null}>
          {props.restored || props.otherTab ? <WorkBanner restored={props.restored} otherTab={props.otherTab} /> : null}
        </Suspense>
      }
    >
      {brief ? <BriefDialog open onOpenChange={setBrief} /> : null}
      {summary ? (
        <SolvedDialog
          open
          onOpenChange={setSummary}
          onDefend={() => bench.show('defend')}
          onLeave={props.onLeave}
          next={props.next}
          onSolution={props.onSolution}
        />
      ) : null}
      {handingIn && props.handIn ? <HandInDialog desk={props.handIn} onClose={() => setHandingIn(false)} /> : null}
    </Workbench>
  );
}
