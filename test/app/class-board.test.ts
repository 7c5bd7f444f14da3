import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keepHandIn, MOST_HAND_INS, startBoard, tellBoards } from '../../src/app/class-board';
import { linkFor } from '../../src/app/hand-in-link';
import { memoryChannels } from '../../src/app/ports/channel';
import { memoryStorage } from '../../src/app/ports/storage';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { readScenario } from '../../src/model/read-scenario';
import { readSave } from '../../src/model/save';

const read = readScenario(readFileSync('docs/examples/own-key/scenario.json', 'utf8'));
if (!read.ok) throw new Error('The example has changed.');
const { scenario } = read;
const text = (name: string) => readFileSync(`docs/examples/hand-ins/${name}.json`, 'utf8');
const file = (name: string, content: string) => new File([content], name, { type: 'application/json' });
const clock = {
  now: () => '2026-01-02T03:04:05.000Z',
  after(_: number, work: () => void) {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  },
};

function boardOn(storage = memoryStorage(), open = memoryChannels()) {
  const board = startBoard({
    scenario,
    storage,
    open,
    clock,
    rules: () => Promise.resolve({ catalog, checks }),
    chooseFiles: () => Promise.resolve([]),
    download: () => undefined,
  });
  return { board, storage, open, names: () => board.state().handIns.map(({ name, result }) => `${name}: ${result}`) };
}

describe('the class board', () => {
  test('takes files and links, and says what came of them', async () => {
    const { board, names } = boardOn();
    board.take([file('Ana.own-key.perimeter.json', text('ana')), file('Ben (1).json', text('ben'))]);
    await expect.poll(names).toEqual(['Ana.own-key: pass', 'Ben: fail']);
    expect(board.state().said).toBe('2 hand-ins arrived.');
    const save = readSave(text('ana'));
    if (!save.ok) throw new Error('The example has changed.');
    board.takeLinks(`${await linkFor({ by: 'Dan', save: save.save }, 'https://x/')}\nhttps://x/#/hand-in/1.AAAA`);
    await expect.poll(names).toEqual(['Ana.own-key: pass', 'Ben: fail', 'Dan: pass', 'Link 2: unreadable']);
    expect(board.state().said).toBe('1 hand-in arrived, 1 hand-in could not be taken.');
  });

  test('keeps the newest under each name, also for the next time', async () => {
    const { board, storage, names } = boardOn();
    board.take([file('Team.json', text('ben'))]);
    await expect.poll(names).toEqual(['Team: fail']);
    board.take([file('Team.json', text('ana'))]);
    await expect.poll(names).toEqual(['Team: pass']);
    expect(board.state().said).toBe('1 hand-in replaced an earlier one of the same name.');
    board.stop();
    await expect.poll(boardOn(storage).names).toEqual(['Team: pass']);
  });

  test('hears what arrives in another window', async () => {
    const { storage, open, names } = boardOn();
    await keepHandIn(storage, scenario.id, { name: 'Eva', text: text('ana') });
    tellBoards(open, scenario.id);
    await expect.poll(names).toEqual(['Eva: pass']);
  });

  test('shows what cannot be read beside what can, and lets go of both', async () => {
    const { board, storage, names } = boardOn();
    board.take([file('huge.json', 'x'.repeat(2_000_001)), file('a.json', '<img src=x onerror=alert(1)>')]);
    await expect.poll(names).toEqual(['a: unreadable', 'huge: unreadable']);
    for (const one of board.state().handIns) {
      if (one.result !== 'unreadable') throw new Error('It was read.');
      expect(one.problems[0]?.reason).not.toBe('');
      board.remove(one.id);
    }
    await expect.poll(names).toEqual([]);
    board.take([file('a.json', text('ana'))]);
    await expect.poll(names).toEqual(['a: pass']);
    board.clear();
    await expect.poll(names).toEqual([]);
    expect(await storage.keys('board/')).toEqual([]);
  });

  test('is full at some point, and says so', async () => {
    const storage = memoryStorage();
    for (let at = 1; at <= MOST_HAND_INS; at++) {
      await storage.write(`board/${scenario.id}/h${at}`, JSON.stringify({ name: `n${at}`, text: '{}' }));
    }
    expect(await keepHandIn(storage, scenario.id, { name: 'one more', text: '{}' })).toMatchObject({ ok: false });
    expect(await keepHandIn(storage, scenario.id, { name: 'n7', text: '{}' })).toEqual({ ok: true, replaced: true });
  });

  test('passes over what somebody else wrote in its place', async () => {
    const storage = memoryStorage(
      new Map([
        [`board/${scenario.id}/h1`, 'null'],
        [`board/${scenario.id}/x`, '{}'],
      ]),
    );
    const { board } = boardOn(storage);
    board.take([file('a.json', text('ana'))]);
    await expect.poll(() => board.state().handIns.map(({ name }) => name)).toEqual(['a']);
  });
});
