import { unlocked } from '../game/author/designs';
import type { SessionStore } from '../store/session';
import { addDrawing, drawingOf } from './drawings';
import { browserClock } from './ports/clock';
import type { TextStorage } from './ports/storage';

/** A copy of the work on a scenario as a drawing of the sandbox, where nothing is locked. */
export function takeIntoSandbox(session: SessionStore, storage: TextStorage): ReturnType<typeof addDrawing> {
  const drawing = drawingOf(session);
  return addDrawing(storage, browserClock, { ...drawing, diagram: unlocked(drawing.diagram) });
}
