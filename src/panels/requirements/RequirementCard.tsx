import { ChevronRight, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { Badge } from '../../kit/Badge';
import type { RequirementResult } from '../../model/report';
import type { Requirement } from '../../model/scenario';
import type { ReportDesk } from '../audit/AuditPanel';
import { useEvidence } from '../evidence/use-evidence';
import { Markdown } from '../markdown/Markdown';
import { FindingRow } from './FindingRow';
import { HintLadder } from './HintLadder';
import { evidenceOf, stateOf, valueOf } from './requirement-state';
import styles from './requirements.module.css';

interface Props {
  readonly requirement: Requirement;
  readonly result: RequirementResult;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** where a doubted verdict goes; without it nothing can be doubted. */
  readonly desk: ReportDesk | undefined;
}

const DisputeDialog = lazy(() => import('./DisputeDialog'));

const SIGNS = { met: CircleCheck, missed: CircleX, untouched: CircleDashed } as const;
const WORDS = { met: 'Met', missed: 'Not met', untouched: 'Nothing to judge yet' } as const;

/** One goal: its state in an icon and in words, its value, and below it why. */
export function RequirementCard({ requirement, result, open, onToggle, desk }: Props) {
  const bodyId = useId();
  const [disputing, setDisputing] = useState(false);
  const state = stateOf(result);
  const Sign = SIGNS[state];
  const evidence = useMemo(() => evidenceOf(result), [result]);
  const lit = useEvidence(evidence, result.met ? 'meets' : 'misses');
  const judged = result.findings.filter((finding) => finding.answer !== 'silent');
  const shown = [...judged].sort((a, b) => Number(a.answer === 'meets') - Number(b.answer === 'meets'));
  return (
    <li className={styles.card} data-state={state} data-open={open || undefined}>
      <h3 className={styles.title}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={onToggle}
          onPointerEnter={lit.onPointerEnter}
          onPointerLeave={lit.onPointerLeave}
          onFocus={lit.onFocus}
          onBlur={lit.onBlur}
        >
          <Sign className={styles.sign} aria-hidden="true" />
          <span className={styles.words}>
            <span>{requirement.title}</span>
            <span className={styles.state}>
              {WORDS[state]}
              {valueOf(result) !== undefined ? <span className={styles.value}> · {valueOf(result)}</span> : null}
            </span>
          </span>
          <span className={styles.points}>
            {result.earned}/{result.points}
            <span className={styles.unit}> pts</span>
          </span>
          <ChevronRight className={styles.chevron} aria-hidden="true" />
        </button>
      </h3>
      {open ? (
        <div id={bodyId} className={styles.body}>
          {requirement.detail ? <p className={styles.detail}>{requirement.detail}</p> : null}
          {shown.length > 0 ? (
            <ul className={styles.findings} aria-label="Why">
              {shown.map((finding, index) => (
                <FindingRow key={index} finding={finding} />
              ))}
            </ul>
          ) : (
            <p className={styles.empty}>The design has nothing yet that this goal could be judged by.</p>
          )}
          {result.met ? (
            <div className={styles.debrief}>
              <h4>Why it matters</h4>
              <Markdown text={requirement.debrief} />
            </div>
          ) : (
            <HintLadder requirement={requirement} />
          )}
          {requirement.controls.length > 0 ? (
            <ul className={styles.controls} aria-label="Controls this goal answers">
              {requirement.controls.map((control) => (
                <li key={`${control.standard} ${control.number}`} title={control.source}>
                  <Badge>
                    {control.standard} {control.number}
                  </Badge>
                </li>
              ))}
            </ul>
          ) : null}
          {desk ? (
            <button type="button" className={styles.dispute} onClick={() => setDisputing(true)}>
              Dispute this verdict
            </button>
          ) : null}
        </div>
      ) : null}
      {disputing && desk ? (
        <Suspense fallback={null}>
          <DisputeDialog {...{ requirement, result, desk }} onClose={() => setDisputing(false)} />
        </Suspense>
      ) : null}
    </li>
  );
}
