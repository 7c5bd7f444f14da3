import { BellOff, BellRing, Play } from 'lucide-react';
import type { AlarmChain } from '../../engine/facts';
import { clock } from '../../engine/time/diary';
import { Badge } from '../../kit/Badge';
import type { Tone } from '../../kit/Badge';
import { Button } from '../../kit/Button';
import type { AlarmHistory } from '../../model/timeline';
import type { DrillRun } from '../../store/state';
import { useSession } from '../../store/use-session';
import { STATE_WORDS } from './moments';
import styles from './timeline.module.css';

const FIRES: Readonly<Record<AlarmChain['fires'], { readonly words: string; readonly tone: Tone }>> = {
  'can-fire': { words: 'Can fire', tone: 'neutral' },
  never: { words: 'Can never fire', tone: 'bad' },
  always: { words: 'Always fires', tone: 'warn' },
};

interface Props {
  readonly run: DrillRun;
  readonly onPlay: () => void;
}

/** Each alarm: whether it could ever fire, why not, and what it did in this run. */
export function AlarmList({ run: { facts, timeline }, onPlay }: Props) {
  const say = useSession((state) => state.say);
  const actions = useSession((state) => state.actions);
  if (facts.alarms.length === 0) return <p className={styles.faint}>No alarm is drawn.</p>;
  return (
    <section className={styles.alarms} aria-label="Alarms">
      <h3>Alarms</h3>
      <ul>
        {facts.alarms.map((chain) => {
          const { words, tone } = FIRES[chain.fires];
          const failed = chain.trace.steps.filter((step) => step.verdict === 'fail');
          const explained = failed.length > 0 ? failed : chain.trace.steps.filter(isAboutFiring);
          return (
            <li key={chain.alarm}>
              <p>
                <strong>{facts.node(chain.alarm)?.name ?? chain.alarm}</strong>{' '}
                <Badge tone={tone} icon={chain.fires === 'can-fire' ? <BellRing /> : <BellOff />}>
                  {words}
                </Badge>
              </p>
              {explained.map((step, index) => (
                <p key={index} className={styles.because}>
                  {say(step.reason)}
                </p>
              ))}
              <p className={styles.because}>{inThisRun(timeline.alarms.find((one) => one.alarm === chain.alarm))}</p>
              <Button
                size="sm"
                icon={<Play />}
                onClick={() => {
                  onPlay();
                  actions.play(chain.trace);
                }}
              >
                From the metric to a person
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function isAboutFiring(step: AlarmChain['trace']['steps'][number]): boolean {
  return step.reason.code === 'monitoring.can-fire';
}

function inThisRun(history: AlarmHistory | undefined): string {
  const times = (history?.changes ?? []).filter((one) => one.to === 'ALARM');
  const last = history?.changes.at(-1)?.to ?? 'INSUFFICIENT_DATA';
  const [first] = times;
  const end = `At the end: ${STATE_WORDS[last].toLowerCase()}.`;
  if (!first) return `In this run it never went off. ${end}`;
  return `In this run it went off ${times.length} ${times.length === 1 ? 'time' : 'times'}, first on ${clock(first.at)}. ${end}`;
}
