import { ChevronRight, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { JudgedControl } from '../../game/audit';
import { namesOf, VERDICT_WORDS } from '../../game/audit-report';
import { useEvidence } from '../evidence/use-evidence';
import { FindingRow } from '../requirements/FindingRow';
import styles from './audit.module.css';

interface Props {
  readonly judged: JudgedControl;
  readonly addressable: readonly string[];
  readonly open: boolean;
  readonly onToggle: () => void;
}

const SIGNS = { met: CircleCheck, 'not-met': CircleX, 'not-applicable': CircleDashed } as const;
/** Findings drawn at once; a drawing can have hundreds. */
const MOST = 30;

/** One control: verdict in an icon and in words, its numbers, and below it the evidence. */
export function ControlRow({ judged: one, addressable, open, onToggle }: Props) {
  const bodyId = useId();
  const { control, verdict, findings, tradeOffs } = one;
  const [first, ...others] = control.numbers;
  const Sign = SIGNS[verdict];
  const evidence = useMemo(
    () => ({
      nodes: findings
        .filter((finding) => verdict === 'met' || finding.answer === 'misses')
        .flatMap((finding) => finding.nodes),
    }),
    [findings, verdict],
  );
  const { onClick: _, ...lit } = useEvidence(evidence, verdict === 'met' ? 'meets' : 'misses');
  return (
    <li className={styles.control} data-verdict={verdict} data-open={open || undefined}>
      <button
        type="button"
        className={styles.main}
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={onToggle}
        {...lit}
      >
        <Sign className={styles.sign} aria-hidden="true" />
        <span className={styles.words}>
          <span>{control.demand}</span>
          <span className={styles.state}>
            {VERDICT_WORDS[verdict]}
            {one.judged > 0 ? ` · ${one.meets} of ${one.judged}` : ''}
            <span className={styles.numbers}>
              {' '}
              · {first}
              {others.length === 1 ? `, ${others[0]}` : others.length > 1 ? ` and ${others.length} more` : ''}
            </span>
            {tradeOffs.length > 0 ? <span className={styles.numbers}> · Trade-off</span> : null}
          </span>
        </span>
        <ChevronRight className={styles.chevron} aria-hidden="true" />
      </button>
      {open ? (
        <div id={bodyId} className={styles.evidence}>
          {findings.length > 0 ? (
            <ul className={styles.findings} aria-label="Evidence">
              {findings.slice(0, MOST).map((finding, index) => (
                <FindingRow key={index} finding={finding} />
              ))}
            </ul>
          ) : (
            <p className={styles.faint}>Nothing is drawn that this control could be judged by.</p>
          )}
          {findings.length > MOST ? <p className={styles.faint}>And {findings.length - MOST} more.</p> : null}
          {tradeOffs.map(({ id, text }) => (
            <p key={id} className={styles.tradeOff}>
              <strong>Trade-off.</strong> {text}
            </p>
          ))}
          {others.length > 1 ? <p className={styles.faint}>{control.numbers.join(', ')}.</p> : null}
          {control.numbers.some((number) => addressable.includes(number)) ? (
            <p className={styles.faint}>
              Addressable: {control.numbers.filter((number) => addressable.includes(number)).join(', ')}.
            </p>
          ) : null}
          <p className={styles.faint}>
            {control.asFarAsWeKnow ? 'Numbers as far as we know. ' : ''}
            {namesOf(control).join(' · ')}{' '}
            <a href={control.source.url} target="_blank" rel="noreferrer">
              {control.source.title}
            </a>
          </p>
        </div>
      ) : null}
    </li>
  );
}
