import type { ReportDesk } from '../../panels/audit/AuditPanel';
import { Requirements } from '../../panels/requirements/Requirements';
import { useSession } from '../../store/use-session';
import { Later, Predictions } from './later';

interface Props {
  /** what is unfolded. */
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly desk?: ReportDesk | undefined;
}

/** What is wanted: goals, and before them what is to be foretold. */
export function Goals(props: Props) {
  const predicts = useSession((state) => state.scenario.predictions.length > 0);
  return predicts ? (
    <Later>
      <Predictions {...props} />
    </Later>
  ) : (
    <Requirements {...props} />
  );
}
