import { makeSave } from '../model/save';
import type { SessionStore } from '../store/session';

/** The session that is being played, so that work can be downloaded when the interface has failed. */
let current: SessionStore | undefined;

export function guard(session: SessionStore): () => void {
  current = session;
  return () => {
    if (current === session) current = undefined;
  };
}

/** The work as a file, or `undefined` when nothing is being played. */
export function rescued(at: string): { readonly name: string; readonly text: string } | undefined {
  if (!current) return undefined;
  const { scenario, diagram, answers } = current.getState();
  return {
    name: `${scenario.id}.perimeter.json`,
    text: JSON.stringify(makeSave(scenario.id, diagram, at, answers), null, 2),
  };
}
