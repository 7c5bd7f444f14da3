import type { IncidentReport } from '../../game/defend-report';
import { SheetHead } from '../audit/SheetHead';
import styles from '../audit/sheet.module.css';

/** The post-incident report as it goes on paper. */
export function IncidentSheet({ report }: { readonly report: IncidentReport }) {
  return (
    <article className={styles.sheet}>
      <SheetHead report={report} />
      {report.sections.map(({ title, lines }) => (
        <section key={title} className={styles.control}>
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>Timeline</h2>
        <ul>
          {report.timeline.map(({ at, text }, index) => (
            <li key={index}>
              {at === '' ? null : <strong>{at}</strong>} {text}
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
