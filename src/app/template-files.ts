import type { TemplateFiles } from '../modes/play/template-file';
import type { SessionStore } from '../store/session';
import { browserFiles } from './ports/files';

/** Files of CloudFormation around a canvas; what goes wrong is said there. */
export function templateFilesFor(session: SessionStore): TemplateFiles {
  return {
    download: (name, text, type) => browserFiles.download(name, text, type),
    async open(accept) {
      const opened = await browserFiles.open(accept);
      if (opened.ok) return opened.file;
      if (opened.reason !== 'cancelled') session.getState().actions.notify({ tone: 'refused', text: opened.words });
      return undefined;
    },
  };
}
