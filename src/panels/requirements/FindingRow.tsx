import { Check, Play, X } from 'lucide-react';
import { Button } from '../../kit/Button';
import { Hidden } from '../../kit/Hidden';
import type { Finding } from '../../model/report';
import { useSession } from '../../store/use-session';
import { EvidenceNames } from '../evidence/EvidenceNames';
import { useEvidence } from '../evidence/use-evidence';
import { sentence } from '../wording/sentence';
import styles from './requirements.module.css';

/** One subject's answer, with its witness or counterexample. Hover lights it up, a click selects it. */
export function FindingRow({ finding }: { readonly finding: Finding }) {
  const actions = useSession((state) => state.actions);
  const meets = finding.answer === 'meets';
  const lit = useEvidence(finding, meets ? 'meets' : 'misses');
  const { trace } = finding;
  return (
    <li className={styles.finding} data-answer={finding.answer}>
      <button type="button" className={styles.findingMain} {...lit}>
        {meets ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
        <span>
          <Hidden>{meets ? 'Meets: ' : 'Misses: '}</Hidden>
          {sentence(finding.reason)}
          <EvidenceNames evidence={finding} />
        </span>
      </button>
      {trace ? (
        <Button
          size="sm"
          variant="ghost"
          icon={<Play />}
          onClick={() => {
            actions.showDock('trace');
            actions.play(trace);
          }}
        >
          Show me
        </Button>
      ) : null}
    </li>
  );
}
