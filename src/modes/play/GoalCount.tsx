import { useSession } from '../../store/use-session';
import frame from '../../kit/Frame.module.css';

/** How many goals are met and predictions right, of all. */
export function GoalCount() {
  const report = useSession((state) => state.report);
  const foretold = (report.predictions ?? []).map(({ state }) => state === 'right');
  const results = [...foretold, ...report.requirements.map(({ met }) => met)];
  return <span className={frame.count}>{`${results.filter(Boolean).length}/${results.length}`}</span>;
}
