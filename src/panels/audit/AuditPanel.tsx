import { Download, Printer } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { checks } from '../../checks/index';
import { audit, VERDICTS } from '../../game/audit';
import { auditMarkdown } from '../../game/audit-markdown';
import { auditReport, notesOf, VERDICT_WORDS, type AuditReport } from '../../game/audit-report';
import { packOf, PACKS } from '../../game/packs';
import { Button } from '../../kit/Button';
import { Field } from '../../kit/Field';
import { Printable } from '../../kit/Printable';
import { Select } from '../../kit/Select';
import { useFacts, useSession } from '../../store/use-session';
import { AuditSheet } from './AuditSheet';
import { ControlGroup } from './ControlGroup';
import { usePaper } from './use-paper';
import styles from './audit.module.css';

/** What reaches outside: a clock, a file, a printer. The app gives it. */
export interface ReportDesk {
  /** ISO 8601 */
  now(): string;
  download(name: string, text: string): void;
  print(): void;
}

const OPTIONS = PACKS.map((pack) => ({ value: pack.id, label: pack.title }));

/** The design held against a standard, control by control, with the evidence; to read, to keep, to print. */
export function AuditPanel({ desk }: { readonly desk: ReportDesk }) {
  const scenario = useSession((state) => state.scenario);
  const catalog = useSession((state) => state.catalog);
  const say = useSession((state) => state.say);
  const facts = useDeferredValue(useFacts());
  const [chosen, setChosen] = useState(() => packOf(scenario)?.id);
  const [paper, setPaper] = usePaper<AuditReport>(desk.print);
  const pack = PACKS.find((one) => one.id === chosen);
  const result = useMemo(() => pack && audit(facts, pack, checks), [facts, pack]);

  if (!pack || !result) return null;
  const report = () => auditReport(result, { facts, catalog, say, subject: scenario.title, at: desk.now() });
  const { totals } = result;
  const group = { controls: result.controls, addressable: pack.addressable };
  return (
    <section className={styles.panel} aria-label="Audit">
      <div className={styles.head}>
        <Field label="Standard">
          <Select value={pack.id} onChange={setChosen} options={OPTIONS} />
        </Field>
        <dl className={styles.totals} aria-live="polite">
          {VERDICTS.map((verdict) => (
            <div key={verdict} data-verdict={verdict}>
              <dt>{VERDICT_WORDS[verdict]}</dt>
              <dd>{totals[verdict]}</dd>
            </div>
          ))}
        </dl>
        <div className={styles.tools}>
          <Button
            size="sm"
            icon={<Download />}
            onClick={() => desk.download(`${scenario.id}-${pack.id}.md`, auditMarkdown(report()))}
          >
            Markdown
          </Button>
          <Button size="sm" icon={<Printer />} onClick={() => setPaper(report())}>
            Print
          </Button>
        </div>
        {notesOf(result).map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
      </div>
      <div className={styles.body}>
        {(['not-met', 'met'] as const).map((verdict) => (
          <ControlGroup key={verdict} verdict={verdict} {...group} />
        ))}
        {result.tradeOffs.length > 0 ? (
          <section>
            <h3 className={styles.group}>Trade-offs</h3>
            <ul className={styles.texts}>
              {result.tradeOffs.map((one) => (
                <li key={one.id}>{one.text}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <ControlGroup verdict="not-applicable" folds {...group} />
        {pack.left.length > 0 ? (
          <section>
            <h3 className={styles.group}>Not answered by a drawing</h3>
            <ul className={styles.texts}>
              {pack.left.map((one) => (
                <li key={one.demand}>
                  {one.demand} <span className={styles.faint}>{[...one.numbers, ...one.rules].join(', ')}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      {paper ? (
        <Printable>
          <AuditSheet report={paper} />
        </Printable>
      ) : null}
    </section>
  );
}
