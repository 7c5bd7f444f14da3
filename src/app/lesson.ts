import { freshRoom } from '../game/classroom';
import { readLesson, type Lesson } from '../model/classroom';
import type { Scenario } from '../model/scenario';
import type { TextStorage } from './ports/storage';

export const lessonKey = (scenario: string): string => `lesson/${scenario}`;

export function freshLesson(scenario: Scenario): Lesson {
  const room = freshRoom(scenario.id);
  return {
    format: 'perimeter-lesson',
    version: 1,
    room,
    drawing: scenario.start,
    stage: { room, drawing: scenario.start },
  };
}

/** The lesson that is kept on this machine. One that cannot be read is put aside, so that the next does not overwrite it. */
export async function keptLesson(storage: TextStorage, scenario: string, at: string): Promise<Lesson | undefined> {
  const text = await storage.read(lessonKey(scenario));
  if (text === undefined) return undefined;
  const read = readLesson(text);
  if (read.ok && read.value.room.scenario === scenario) return read.value;
  await storage.write(`quarantine/${lessonKey(scenario)}/${at}`, text);
  return undefined;
}
