import type { TemplateFiles } from '../modes/play/template-file';
import type { SessionStore } from '../store/session';
import { browserFiles, type OpenedFile } from './ports/files';

/** The file that somebody chooses; what goes wrong is said on the canvas. `accept` as in HTML. */
export async function chooseFile(session: SessionStore, accept: string): Promise<OpenedFile | undefined> {
  const opened = await browserFiles.open(accept);
  if (opened.ok) return opened.file;
  if (opened.reason !== 'cancelled') session.getState().actions.notify({ tone: 'refused', text: opened.words });
  return undefined;
}

/** Files of CloudFormation around a canvas. */
export function templateFilesFor(session: SessionStore): TemplateFiles {
  return {
    download: (name, text, type) => browserFiles.download(name, text, type),
    open: (accept) => chooseFile(session, accept),
  };
}
