import type { ReportDesk } from '../panels/audit/AuditPanel';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import { printPage } from './ports/printer';

/** What the audit needs of the browser. */
export const desk: ReportDesk = {
  now: () => browserClock.now(),
  download: (name, text) => browserFiles.download(name, text, 'text/markdown'),
  print: printPage,
};
