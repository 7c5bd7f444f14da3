import { type AuditReport, hasEvidence, type ReportControl } from '../../game/audit-report';
import { SheetHead } from './SheetHead';
import styles from './sheet.module.css';

/** The report as it goes on paper. */
export function AuditSheet({ report }: { readonly report: AuditReport }) {
  return (
    <article className={styles.sheet}>
      <SheetHead report={report} />
      {report.groups.map((group) => (
        <section key={group.title}>
          <h2>{group.title}</h2>
          {group.controls.filter(hasEvidence).map((control) => (
            <SheetControl key={control.id} control={control} />
          ))}
          <PlainControls controls={group.controls.filter((one) => !hasEvidence(one))} />
        </section>
      ))}
      {report.left.length > 0 ? (
        <section>
          <h2>Not answered by a drawing</h2>
          <ul>
            {report.left.map((one) => (
              <li key={one.demand}>
                {one.demand} ({[...one.numbers, ...one.rules].join(', ')})
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {report.tradeOffs.length > 0 ? (
        <section>
          <h2>Trade-offs</h2>
          <ul>
            {report.tradeOffs.map(({ text, concerns }) => (
              <li key={text}>
                {text} <span className={styles.names}>About: {concerns.join(' ')}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>Sources</h2>
        <ul>
          {report.sources.map(({ title, url }) => (
            <li key={url}>
              {title}: {url}
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}

function PlainControls({ controls }: { readonly controls: readonly ReportControl[] }) {
  if (controls.length === 0) return null;
  return (
    <ul>
      {controls.map(({ id, demand, numbers, asFarAsWeKnow }) => (
        <li key={id}>
          {demand}{' '}
          <span className={styles.names}>
            {numbers.join(', ')}
            {asFarAsWeKnow ? ' (as far as we know)' : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function SheetControl({ control }: { readonly control: ReportControl }) {
  return (
    <section className={styles.control}>
      <h3>{control.demand}</h3>
      <p>
        {control.verdict}
        {control.value === '' ? '' : `, ${control.value}`}. {control.numbers.join(', ')}
        {control.asFarAsWeKnow ? ' (as far as we know)' : ''}
      </p>
      {control.names.length > 0 ? <p className={styles.names}>{control.names.join(' · ')}</p> : null}
      <ul>
        {control.lines.map((line, index) => (
          <li key={index}>
            {line.meets ? 'Meets' : 'Misses'}: {line.text} {line.because}
            {line.resources.length > 0 ? <span className={styles.names}> {line.resources.join(', ')}</span> : null}
          </li>
        ))}
        {control.more > 0 ? <li>And {control.more} more.</li> : null}
      </ul>
    </section>
  );
}
