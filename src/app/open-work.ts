import type { FileProblem } from '../model/read-json';
import type { SessionStore } from '../store/session';
import type { OpenedFile } from './ports/files';
import { readAnyFile } from './read-file';

/** Puts the work of a file on the canvas, or says why it does not go there. Problems of the file are handed back. */
export function openWork(session: SessionStore, { name, text }: OpenedFile): readonly FileProblem[] {
  const { actions, scenario } = session.getState();
  const read = readAnyFile(text);
  if (read.type === 'problems') return read.problems;
  const remedy = 'Open it from the list of scenarios.';
  if (read.type === 'scenario') {
    actions.notify({ tone: 'refused', text: `${name} is a scenario, not work on this one.`, remedy });
  } else if (read.save.scenario !== scenario.id) {
    actions.notify({ tone: 'refused', text: `${name} belongs to the scenario “${read.save.scenario}”.`, remedy });
  } else {
    actions.load(read.save.diagram, `${name} is on the canvas. Undo brings your work back.`, read.save.answers ?? {});
  }
  return [];
}
