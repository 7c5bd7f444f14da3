import { Check, X } from 'lucide-react';
import { Hidden } from '../../kit/Hidden';
import type { Finding } from '../../model/report';
import { useSession } from '../../store/use-session';
import { EvidenceNames } from '../evidence/EvidenceNames';
import { useEvidence } from '../evidence/use-evidence';
import { ShowMe } from '../evidence/ShowMe';
import styles from './requirements.module.css';

/** One subject's answer, with its witness or counterexample. Hover lights it up, a click selects it. */
export function FindingRow({ finding }: { readonly finding: Finding }) {
  const say = useSession((state) => state.say);
  const meets = finding.answer === 'meets';
  const lit = useEvidence(finding, meets ? 'meets' : 'misses');
  const { trace } = finding;
  // The last failed step lies deepest: a chain names its broken link before the reason of the break.
  const deciding = meets ? undefined : trace?.steps.findLast((step) => step.verdict === 'fail');
  return (
    <li className={styles.finding} data-answer={finding.answer}>
      <button type="button" className={styles.findingMain} {...lit}>
        {meets ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
        <span>
          <Hidden>{meets ? 'Meets: ' : 'Misses: '}</Hidden>
          {say(finding.reason)}
          {deciding ? <span className={styles.deciding}>{say(deciding.reason)}</span> : null}
          <EvidenceNames evidence={finding} />
        </span>
      </button>
      {trace ? <ShowMe trace={trace} /> : null}
    </li>
  );
}
