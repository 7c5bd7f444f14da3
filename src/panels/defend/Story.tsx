import { RotateCw } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { clock } from '../../engine/time/diary';
import { cardTitle } from '../../game/defend-report';
import { Button } from '../../kit/Button';
import { Hidden } from '../../kit/Hidden';
import type { Round } from '../../store/state';
import { useSession } from '../../store/use-session';
import { momentsOf, shows, toneOf } from '../timeline/moments';
import { Transport } from '../timeline/Transport';
import { useCursor } from '../timeline/use-cursor';
import { useLit } from '../timeline/use-lit';
import { useStill } from '../timeline/use-still';
import styles from './defend.module.css';

interface Props {
  readonly round: Round;
  /** time is over, or somebody has seen enough. */
  readonly onEnd: () => void;
}

/** The card happens: time runs from shortly before it until the last answer, and the canvas shows each event. */
export function Story({ round, onEnd }: Props) {
  const { incident, timeline } = round.card;
  const say = useSession((state) => state.say);
  const catalog = useSession((state) => state.catalog);
  const moments = useMemo(() => momentsOf(timeline.events.filter((one) => shows(one, 'main'))), [timeline]);
  const cursor = useCursor(timeline, round.id, moments, useStill());
  const { at, toggle } = cursor;
  const here = moments[cursor.moment];
  useLit(here, timeline);

  const start = useRef(toggle);
  useEffect(() => start.current(), []);
  const end = useRef(onEnd);
  end.current = onEnd;
  const over = at >= timeline.to;
  useEffect(() => {
    if (over) end.current();
  }, [over]);
  return (
    <article className={styles.card} data-side="face" aria-labelledby="defend-card">
      <header className={styles.head}>
        <h3 id="defend-card">{cardTitle(incident, (id) => round.facts.node(id)?.name, catalog)}</h3>
        <Button size="sm" icon={<RotateCw />} autoFocus onClick={onEnd}>
          Turn the card over
        </Button>
      </header>
      <Transport timeline={timeline} moments={moments} cursor={cursor} />
      <ol className={styles.story} aria-label="What happens">
        {moments.slice(0, cursor.moment + 1).flatMap((moment) =>
          moment.events.map((event, index) => (
            <li key={`${moment.at} ${index}`} data-tone={toneOf(event, timeline)}>
              <span className={styles.when}>{clock(moment.at)}</span> {say(event.reason)}
            </li>
          )),
        )}
      </ol>
      <Hidden live>{here ? here.events.map(({ reason }) => say(reason)).join(' ') : ''}</Hidden>
    </article>
  );
}
