import { Check, Info, Pause, Play, SkipBack, SkipForward, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { Badge } from '../../kit/Badge';
import { Hidden } from '../../kit/Hidden';
import { IconButton } from '../../kit/IconButton';
import type { TraceStep } from '../../model/trace';
import type { Playback } from '../../store/state';
import { useSession } from '../../store/use-session';
import { EvidenceNames } from '../evidence/EvidenceNames';
import { useEvidence } from '../evidence/use-evidence';
import rowButton from '../../kit/RowButton.module.css';
import styles from './trace.module.css';

const SIGNS = { pass: Check, fail: X, info: Info } as const;
const VERDICTS = { pass: 'Pass', fail: 'Fail', info: 'Note' } as const;
const KINDS: Readonly<Record<TraceStep['kind'], string>> = {
  start: 'Start',
  credentials: 'Credentials',
  name: 'Name',
  route: 'Route',
  gateway: 'Gateway',
  'security-group': 'Security group',
  'network-acl': 'Network ACL',
  return: 'Return traffic',
  endpoint: 'Endpoint',
  authorisation: 'Authorisation',
  key: 'Key',
  record: 'Record',
  chain: 'Chain',
};

/** One trace, step by step. Left and right arrows move, Space plays and pauses. */
export function Player({ playback, title }: { readonly playback: Playback; readonly title: string }) {
  const say = useSession((state) => state.say);
  const actions = useSession((state) => state.actions);
  const { trace, step, running } = playback;
  const last = trace.steps.length - 1;
  const go = (to: number): void => {
    actions.setRunning(false);
    actions.stepTo(Math.max(0, Math.min(last, to)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowRight: step + 1,
      ArrowDown: step + 1,
      ArrowLeft: step - 1,
      ArrowUp: step - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined) go(to);
    else if (event.key === ' ' && (event.target as HTMLElement).tagName !== 'BUTTON') actions.setRunning(!running);
    else return;
    event.preventDefault();
  };
  return (
    <section className={styles.player} aria-label={`Trace: ${title}`} onKeyDown={onKeyDown}>
      <header className={styles.bar}>
        <Badge tone={trace.allowed ? 'good' : 'bad'}>{trace.allowed ? 'Succeeds' : 'Fails'}</Badge>
        <h2>{title}</h2>
        <span className={styles.controls}>
          <IconButton
            size="sm"
            label="Previous step"
            icon={<SkipBack aria-hidden="true" />}
            disabled={step <= 0}
            onClick={() => go(step - 1)}
          />
          <IconButton
            size="sm"
            label={running ? 'Pause' : 'Play'}
            icon={running ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
            onClick={() => {
              if (!running && step >= last) actions.stepTo(0);
              actions.setRunning(!running);
            }}
          />
          <IconButton
            size="sm"
            label="Next step"
            icon={<SkipForward aria-hidden="true" />}
            disabled={step >= last}
            onClick={() => go(step + 1)}
          />
          <IconButton
            size="sm"
            label="Close the trace"
            icon={<X aria-hidden="true" />}
            onClick={() => actions.stopPlayback()}
          />
        </span>
      </header>
      <ol className={styles.steps}>
        {trace.steps.map((one, index) => (
          <Step
            key={index}
            step={one}
            state={index === step ? 'now' : index < step ? 'past' : 'next'}
            onGo={() => go(index)}
          />
        ))}
      </ol>
      <Hidden live>
        {trace.steps[step] ? `Step ${step + 1} of ${last + 1}. ${say(trace.steps[step].reason)}` : ''}
      </Hidden>
    </section>
  );
}

interface StepProps {
  readonly step: TraceStep;
  readonly state: 'past' | 'now' | 'next';
  readonly onGo: () => void;
}

function Step({ step, state, onGo }: StepProps) {
  const say = useSession((state) => state.say);
  const Sign = SIGNS[step.verdict];
  const place = useRef<HTMLLIElement>(null);
  const lit = useEvidence(step, step.verdict === 'fail' ? 'misses' : 'neutral');
  useEffect(() => {
    if (state === 'now') place.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <li ref={place} data-verdict={step.verdict} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <button
        type="button"
        className={rowButton.row}
        onClick={onGo}
        onDoubleClick={lit.onClick}
        onPointerEnter={lit.onPointerEnter}
        onPointerLeave={lit.onPointerLeave}
      >
        <Sign className={styles.sign} aria-label={VERDICTS[step.verdict]} />
        <span className={styles.kind}>{KINDS[step.kind]}</span>
        <span className={styles.words}>
          {say(step.reason)}
          {step.reason.explanation === undefined ? null : (
            <code className={styles.code} title="The same in VPC Reachability Analyzer">
              {step.reason.explanation}
            </code>
          )}
          <EvidenceNames evidence={step} />
        </span>
      </button>
    </li>
  );
}
