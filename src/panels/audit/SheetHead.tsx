import type { AuditReport } from '../../game/audit-report';
import styles from './sheet.module.css';

interface Props {
  readonly report: Pick<AuditReport, 'title' | 'subject' | 'at' | 'summary' | 'notes'>;
}

/** How every report on paper begins. */
export function SheetHead({ report }: Props) {
  return (
    <>
      <h1>{report.title}</h1>
      <p>
        {report.subject}, {report.at.slice(0, 10)}
      </p>
      <p className={styles.summary}>{report.summary}</p>
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  );
}
