import { makeSave, type Save } from '../model/save';
import type { HandInDesk } from '../modes/play/hand-in-desk';
import type { SessionStore } from '../store/session';
import { copyText } from './ports/clipboard';
import { browserClock } from './ports/clock';
import { browserFiles } from './ports/files';
import { pageAddress } from './ports/windows';

export function handInDesk(session: SessionStore): HandInDesk {
  const save = (): Save => {
    const { scenario, diagram, answers } = session.getState();
    return makeSave(scenario.id, diagram, browserClock.now(), answers);
  };
  return {
    async linkFor(by) {
      const { linkFor } = await import('./hand-in-link');
      return linkFor({ by, save: save() }, pageAddress());
    },
    copy: copyText,
    save(by) {
      const { scenario } = session.getState();
      const name = `${by}.${scenario.id}.perimeter.json`.replace(/[^\w.-]+/g, '-');
      browserFiles.download(name, JSON.stringify(save(), null, 2));
      return name;
    },
  };
}
