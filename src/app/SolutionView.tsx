import { useEffect, useMemo, useState } from 'react';
import { cards } from '../catalog/cards';
import { refuse } from '../game/change';
import { withLocks } from '../game/predict-play';
import type { DraftSolution } from '../model/bundle';
import type { Scenario } from '../model/scenario';
import { SolutionMode } from '../modes/play/SolutionMode';
import { createSession } from '../store/session';
import type { SessionStore } from '../store/session';
import { SessionProvider } from '../store/use-session';
import { Loading } from './Loading';
import { solutionsOf } from './scenario-designs';
import { simulatorOf } from './simulate';

const WHY = 'This is our solution: it stays as it is.';
const REMEDY = 'Go back to your own work to draw.';

/** A session of its own that shows a design and refuses every change. Nothing of it is saved, and it counts nowhere. */
function showing(scenario: Scenario, { diagram }: DraftSolution): SessionStore {
  // What the player foretold has nothing to do with it.
  const asked: Scenario = { ...scenario, predictions: [] };
  const session = createSession({
    scenario: asked,
    catalog: cards,
    simulator: simulatorOf(asked),
    diagram: withLocks(diagram, diagram, true),
  });
  const { actions, report } = session.getState();
  const run = () => {
    actions.notify({ tone: 'refused', text: WHY, remedy: REMEDY });
    return refuse(WHY, REMEDY);
  };
  session.setState({ actions: { ...actions, run } });
  const proof = report.requirements.flatMap(({ findings }) => findings).find(({ trace }) => trace !== undefined)?.trace;
  if (proof) actions.play(proof);
  return session;
}

interface Props {
  readonly scenario: Scenario;
  readonly onBack: () => void;
}

/** Our solutions of a scenario, one at a time. The player's own work waits elsewhere. */
export default function SolutionView({ scenario, onBack }: Props) {
  const [solutions, setSolutions] = useState<readonly DraftSolution[] | undefined>(undefined);
  const [shown, setShown] = useState(0);
  useEffect(() => {
    let current = true;
    void solutionsOf(scenario.id).then((found) => current && setSolutions(found));
    return () => {
      current = false;
    };
  }, [scenario]);
  const solution = solutions?.[shown];
  const session = useMemo(() => solution && showing(scenario, solution), [scenario, solution]);
  if (!solutions || !session) return <Loading />;
  return (
    <SessionProvider session={session} key={shown}>
      <SolutionMode titles={solutions.map(({ title }) => title)} shown={shown} onShow={setShown} onBack={onBack} />
    </SessionProvider>
  );
}
