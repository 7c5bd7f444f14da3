import { describe, expect, test } from 'vitest';
import { startConsole } from '../../src/app/console-desk';
import { freshLesson, keptLesson } from '../../src/app/lesson';
import { memoryChannels, type OpenChannel } from '../../src/app/ports/channel';
import { memoryStorage, type TextStorage } from '../../src/app/ports/storage';
import { startStage } from '../../src/app/stage-desk';
import { cards } from '../../src/catalog/cards';
import { ask, reveal, spot } from '../../src/game/classroom';
import { rename as renameNode } from '../../src/game/commands/fields';
import { Scenario } from '../../src/model/scenario';
import { createSession } from '../../src/store/session';

const key = { id: 'key', kind: 'kms-key', name: 'key', position: { x: 0, y: 0 }, props: {} };
const scenario = Scenario.parse({
  format: 'perimeter-scenario',
  version: 1,
  id: 'lesson',
  title: 'A lesson',
  summary: 'For tests.',
  story: 'A story.',
  task: 'build',
  difficulty: 'foundation',
  minutes: 5,
  domain: 'Security',
  start: { nodes: { key } },
  allowedKinds: ['kms-key'],
  requirements: ['a', 'b'].map((id) => ({ id, title: id, check: 'none', points: 1, debrief: 'Because.' })),
  debrief: 'Well.',
});

async function consoleOn(open: OpenChannel, storage: TextStorage) {
  const lesson = (await keptLesson(storage, scenario.id, '2026-01-02T03:04:05.000Z')) ?? freshLesson(scenario);
  const session = createSession({ scenario, catalog: cards, diagram: lesson.drawing });
  const desk = startConsole({ session, lesson, storage, open, openStage: () => undefined });
  const rename = (name: string) =>
    session.getState().actions.run((diagram, catalog) => renameNode(diagram, catalog, { node: 'key', name }));
  return { desk, session, rename, name: () => session.getState().diagram.nodes['key']?.name };
}

async function stageOn(open: OpenChannel, storage: TextStorage, name = 's1') {
  const shown = (await keptLesson(storage, scenario.id, 'now'))?.stage;
  const session = createSession({ scenario, catalog: cards, ...(shown ? { diagram: shown.drawing } : {}) });
  const desk = startStage({
    session,
    stage: name,
    shown,
    open,
    onLeave: () => () => undefined,
    fullScreen: () => undefined,
  });
  return { desk, session, name: () => session.getState().diagram.nodes['key']?.name };
}

describe('console and stage', () => {
  test('whichever opens first, the stage shows what the console says', async () => {
    for (const first of ['stage', 'console']) {
      const [open, storage] = [memoryChannels(), memoryStorage()];
      const early = first === 'stage' ? await stageOn(open, storage) : undefined;
      const { desk, rename } = await consoleOn(open, storage);
      const stage = early ?? (await stageOn(open, storage));
      expect(desk.state().stages).toBe(1);
      desk.change((room) => reveal(room, 'b'));
      rename('mine');
      expect(stage.desk.state().room?.revealed).toEqual(['b']);
      expect(stage.name()).toBe('mine');
    }
  });

  test('a clicker on the stage moves the lesson; a stage that closes is no longer counted', async () => {
    const [open, storage] = [memoryChannels(), memoryStorage()];
    const { desk } = await consoleOn(open, storage);
    const stage = await stageOn(open, storage);
    stage.desk.press('next');
    expect(desk.state().room.revealed).toEqual(['a']);
    stage.desk.press('black');
    expect(stage.desk.state().room?.black).toBe(true);
    stage.desk.stop();
    expect(desk.state().stages).toBe(0);
  });

  test('a frozen stage does not move until it thaws', async () => {
    const [open, storage] = [memoryChannels(), memoryStorage()];
    const { desk, rename } = await consoleOn(open, storage);
    const stage = await stageOn(open, storage);
    rename('before');
    desk.change((room) => ({ ...room, frozen: true }));
    rename('after');
    desk.change((room) => spot(room, 'key'));
    expect(stage.name()).toBe('before');
    expect(stage.desk.state().room?.spotlight).toBeUndefined();
    desk.change((room) => ({ ...room, frozen: false }));
    expect(stage.name()).toBe('after');
    expect(stage.desk.state().room?.spotlight).toBe('key');
  });

  test('both come back where they were, also without each other', async () => {
    const [open, storage] = [memoryChannels(), memoryStorage()];
    const first = await consoleOn(open, storage);
    first.rename('kept');
    first.desk.change((room) => ask(reveal(room, 'a'), 'Who?', ['x', 'y']));
    await expect.poll(() => first.desk.state().kept).toBe(true);
    const alone = await stageOn(memoryChannels(), storage);
    expect(alone.name()).toBe('kept');
    expect(alone.desk.state().room).toMatchObject({ revealed: ['a'], vote: { question: 'Who?' } });
    const again = await consoleOn(memoryChannels(), storage);
    expect(again.name()).toBe('kept');
    expect(again.desk.state().room.revealed).toEqual(['a']);
  });

  test('a frozen stage comes back frozen', async () => {
    const [open, storage] = [memoryChannels(), memoryStorage()];
    const first = await consoleOn(open, storage);
    first.rename('before');
    first.desk.change((room) => ({ ...room, frozen: true }));
    first.rename('after');
    await expect.poll(() => first.desk.state().kept).toBe(true);
    const [lateConsole, lateStage] = [await consoleOn(open, storage), await stageOn(open, storage)];
    expect(lateConsole.name()).toBe('after');
    expect(lateStage.name()).toBe('before');
  });

  test('a design that was handed in goes on the canvas, and the facilitator’s own comes back', async () => {
    const [open, storage] = [memoryChannels(), memoryStorage()];
    const { desk, rename, name } = await consoleOn(open, storage);
    const stage = await stageOn(open, storage);
    rename('mine');
    const theirs = (name: string) => ({ nodes: { key: { ...key, name } } });
    desk.present('Team Blue', theirs('blue'));
    desk.present('Team Red', theirs('red'));
    expect([name(), stage.name(), stage.desk.state().room?.whose]).toEqual(['red', 'red', 'Team Red']);
    desk.takeBack();
    expect([name(), stage.name(), stage.desk.state().room?.whose]).toEqual(['mine', 'mine', undefined]);
  });

  test('undo leads back to the facilitator’s own design too', async () => {
    const [open, storage] = [memoryChannels(), memoryStorage()];
    const { desk, session, name } = await consoleOn(open, storage);
    desk.present('Team Blue', { nodes: { key: { ...key, name: 'blue' } } });
    session.getState().actions.undo();
    expect([name(), desk.state().room.whose]).toEqual(['key', undefined]);
    desk.present('Team Red', { nodes: { key: { ...key, name: 'red' } } });
    desk.takeBack();
    expect([name(), desk.state().room.whose]).toEqual(['key', undefined]);
    desk.present('Team Green', { nodes: { key } });
    expect([name(), desk.state().room.whose]).toEqual(['key', 'Team Green']);
  });

  test('a kept lesson that cannot be read is put aside', async () => {
    const storage = memoryStorage(new Map([['lesson/lesson', '{"format":"perimeter-lesson"}']]));
    expect(await keptLesson(storage, 'lesson', 'then')).toBeUndefined();
    expect(await storage.keys('quarantine/')).toEqual(['quarantine/lesson/lesson/then']);
  });

  test('strangers on the channel change nothing', async () => {
    const [open, storage] = [memoryChannels(), memoryStorage()];
    const { desk } = await consoleOn(open, storage);
    const stage = await stageOn(open, storage);
    const stranger = open('perimeter/stage/lesson');
    const before = [desk.state(), stage.desk.state()];
    for (const message of [
      { type: 'room' },
      'x',
      '{"perimeter":"stage","version":1,"message":{"type":"room"}}',
      null,
    ]) {
      stranger.post(message);
    }
    expect([desk.state(), stage.desk.state()]).toEqual(before);
  });
});
