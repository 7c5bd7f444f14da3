import { ChartNoAxesGantt, Download, Printer, RefreshCw, RotateCcw } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { STANDING_WORDS, standingOf } from '../../game/defend';
import { incidentMarkdown } from '../../game/defend-markdown';
import { cardTitle, incidentReport, NEEDED, type IncidentReport } from '../../game/defend-report';
import { Badge } from '../../kit/Badge';
import { Button } from '../../kit/Button';
import { Printable } from '../../kit/Printable';
import type { Round } from '../../store/state';
import { useSession } from '../../store/use-session';
import type { ReportDesk } from '../audit/AuditPanel';
import { usePaper } from '../audit/use-paper';
import { OutcomeCard } from '../timeline/Outcomes';
import { IncidentSheet } from './IncidentSheet';
import { toneOf } from './tones';
import { useOnTimeline } from './use-on-timeline';
import styles from './defend.module.css';

interface Props {
  readonly round: Round;
  /** the design is another one by now. */
  readonly stale: boolean;
  readonly desk: ReportDesk;
  readonly onAgain: () => void;
  readonly onWatch: () => void;
}

/** The card turned over: what became of it, why, and the report to keep. */
export function CardBack({ round, stale, desk, onAgain, onWatch }: Props) {
  const { card, facts, report } = round;
  const scenario = useSession((state) => state.scenario);
  const catalog = useSession((state) => state.catalog);
  const say = useSession((state) => state.say);
  const actions = useSession((state) => state.actions);
  const onTimeline = useOnTimeline(round);
  const [paper, setPaper] = usePaper<IncidentReport>(desk.print);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const written = () => incidentReport(card, { facts, report, scenario, catalog, say, at: desk.now() });
  const needed = useMemo(() => {
    const { sections } = incidentReport(card, { facts, report, scenario, catalog, say, at: '' });
    return sections.find(({ title }) => title === NEEDED)?.lines ?? [];
  }, [card, facts, report, scenario, catalog, say]);
  const standing = standingOf(card);
  // What took effect comes first.
  const outcomes = card.timeline.outcomes.toSorted((a, b) => Number(a.prevented.holds) - Number(b.prevented.holds));
  return (
    <article className={styles.card} data-side="back" aria-labelledby="defend-card">
      <header className={styles.head}>
        <h3 id="defend-card" ref={heading} tabIndex={-1}>
          {cardTitle(card.incident, (id) => facts.node(id)?.name, catalog)}
        </h3>
        <Badge tone={toneOf(standing)}>{STANDING_WORDS[standing]}</Badge>
        <span className={styles.faint}>Round {round.id}</span>
      </header>
      <div className={styles.tools}>
        <Button size="sm" variant={stale ? 'primary' : 'secondary'} icon={<RefreshCw />} onClick={onAgain}>
          {stale ? 'Your design has changed: play it again' : 'Play it again'}
        </Button>
        {outcomes.length > 0 ? (
          <>
            <Button size="sm" icon={<RotateCcw />} onClick={onWatch}>
              Watch
            </Button>
            <Button size="sm" icon={<ChartNoAxesGantt />} onClick={onTimeline}>
              Metrics and events
            </Button>
          </>
        ) : null}
        <Button
          size="sm"
          icon={<Download />}
          onClick={() =>
            desk.download(`${scenario.id}-${card.incident.kind}-${round.id}.md`, incidentMarkdown(written()))
          }
        >
          Report
        </Button>
        <Button size="sm" icon={<Printer />} onClick={() => setPaper(written())}>
          Print
        </Button>
      </div>
      {outcomes.length === 0 ? <p>Nothing in this design can meet it.</p> : null}
      <div className={styles.outcomes}>
        {outcomes.map((one) => (
          <OutcomeCard
            key={one.target}
            outcome={one}
            untitled={one.target === card.incident.on}
            onPlay={() => actions.highlight(undefined)}
          />
        ))}
        {needed.length > 0 ? (
          <section className={styles.needed} aria-label={NEEDED}>
            <h4>{NEEDED}</h4>
            <ul>
              {needed.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      {paper ? (
        <Printable>
          <IncidentSheet report={paper} />
        </Printable>
      ) : null}
    </article>
  );
}
