import { describe, expect, it } from 'vitest';
import { restore, startAutosave, writeSave } from '../../src/app/autosave';
import { watchTabs } from '../../src/app/one-tab';
import { layeredStorage, type Backend } from '../../src/app/ports/browser-storage';
import { memoryChannels } from '../../src/app/ports/channel';
import type { Clock } from '../../src/app/ports/clock';
import type { Page } from '../../src/app/ports/page';
import { FULL, memoryStorage, type TextStorage } from '../../src/app/ports/storage';
import { rename, setField } from '../../src/game/commands/fields';
import { makeSave } from '../../src/model/save';
import { sceneOf } from '../store/scene';

/** Time that stands still until a test moves it. */
function handClock() {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const waiting = new Set<{ at: number; work: () => void }>();
  const clock: Clock = {
    now: () => new Date(now).toISOString(),
    after(milliseconds, work) {
      const entry = { at: now + milliseconds, work };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
  };
  async function pass(milliseconds: number) {
    now += milliseconds;
    for (const entry of [...waiting]) {
      if (entry.at > now) continue;
      waiting.delete(entry);
      entry.work();
    }
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
  return { clock, pass };
}

function handPage() {
  let hide: (() => void) | undefined;
  const page: Page = {
    onHide(work) {
      hide = work;
      return () => (hide = undefined);
    },
  };
  return { page, hide: () => hide?.() };
}

function setUp(content = new Map<string, string>(), change: (storage: TextStorage) => TextStorage = (same) => same) {
  const scene = sceneOf();
  const { clock, pass } = handClock();
  const { page, hide } = handPage();
  const writes: string[] = [];
  const memory = memoryStorage(content);
  const storage = change({
    ...memory,
    write(key, text) {
      writes.push(key);
      return memory.write(key, text);
    },
  });
  const autosave = startAutosave({ session: scene.session, storage, clock, page });
  const name = (text: string) => scene.actions.run((d, c) => rename(d, c, { node: 'key-1', name: text }));
  return { ...scene, clock, pass, hide, writes, storage, content, autosave, name };
}

const KEY = 'save/some-scenario';

describe('autosave', () => {
  it('writes once, a moment after the last change, and says when', async () => {
    const { name, pass, writes, state, storage, clock } = setUp();
    name('a');
    await pass(300);
    name('b');
    await pass(300);
    expect(writes).toEqual([]);
    await pass(100);
    expect(writes).toEqual([KEY]);
    expect(state().savedAt).toBe('2026-01-01T00:00:00.700Z');
    const restored = await restore(storage, 'some-scenario', clock);
    expect(restored).toMatchObject({ type: 'restored', save: { diagram: state().diagram } });
  });

  it('writes at once when the page goes away, and not what is already written', async () => {
    const { name, pass, hide, writes, autosave } = setUp();
    hide();
    await autosave.flush();
    expect(writes).toEqual([]);
    name('a');
    hide();
    await autosave.flush();
    await pass(1000);
    expect(writes).toEqual([KEY]);
  });

  it('stops', async () => {
    const { name, pass, writes, autosave } = setUp();
    autosave.stop();
    name('a');
    await pass(1000);
    expect(writes).toEqual([]);
  });

  it('tells once when there is no room, and again only after it worked', async () => {
    let full = true;
    const { name, pass, state, actions } = setUp(new Map(), (storage) => ({
      ...storage,
      write: (key, text) => (full ? Promise.resolve(FULL) : storage.write(key, text)),
    }));
    name('a');
    await pass(400);
    expect(state().notice).toMatchObject({ tone: 'refused', text: expect.stringContaining('no more room') as string });
    actions.dismissNotice();
    name('b');
    await pass(400);
    expect(state().notice?.text).toBe('cmk is now called b.'.replace('cmk', 'a'));
    expect(state().savedAt).toBeUndefined();
    full = false;
    name('c');
    await pass(400);
    expect(state().savedAt).toBeDefined();
  });

  it('does not write what it could not read again', async () => {
    const { state, storage } = setUp();
    const { diagram } = state();
    const long = {
      nodes: { ...diagram.nodes, x: { ...diagram.nodes['key-1']!, id: 'x', props: { p: 'x'.repeat(2_000_000) } } },
    };
    expect(await writeSave(storage, makeSave('some-scenario', long, '2026-01-01T00:00:00Z'))).toMatchObject({
      ok: false,
    });
  });
});

describe('a broken save', () => {
  it('is put aside with its text, and reported', async () => {
    const content = new Map([[KEY, '{ "format": "perimeter-save", ']]);
    const { storage, clock } = setUp(content);
    const found = await restore(storage, 'some-scenario', clock);
    expect(found).toMatchObject({ type: 'broken', aside: true, problems: [{ line: 1 }] });
    expect(content.get('quarantine/some-scenario/2026-01-01T00:00:00.000Z')).toBe('{ "format": "perimeter-save", ');
    expect(content.has(KEY)).toBe(false);
    expect(await restore(storage, 'some-scenario', clock)).toEqual({ type: 'none' });
  });

  it('is not overwritten even when nobody tried to restore it', async () => {
    const { name, pass, content } = setUp(new Map([[KEY, 'broken']]));
    name('a');
    await pass(400);
    expect([...content.values()]).toContain('broken');
    expect(content.get(KEY)).toContain('perimeter-save');
  });

  it('stays where it is when there is no room to put it aside', async () => {
    const { name, pass, content, state } = setUp(new Map([[KEY, 'broken']]), (storage) => ({
      ...storage,
      write: (key, text) => (key.startsWith('quarantine') ? Promise.resolve(FULL) : storage.write(key, text)),
    }));
    name('a');
    await pass(400);
    expect(content.get(KEY)).toBe('broken');
    expect(state().notice?.text).toContain('cannot be put aside');
  });

  it('includes one that belongs to another scenario', async () => {
    const { storage, clock, state } = setUp();
    await storage.write(KEY, JSON.stringify(makeSave('other', state().diagram, '2026-01-01T00:00:00Z')));
    expect(await restore(storage, 'some-scenario', clock)).toMatchObject({
      type: 'broken',
      problems: [{ place: 'scenario' }],
    });
  });
});

describe('layered storage', () => {
  function backend(error?: Error) {
    const content = new Map<string, string>();
    const guard = async <T>(work: () => T): Promise<T> => {
      if (error) throw error;
      return work();
    };
    const made: Backend = {
      read: (key) => guard(() => content.get(key)),
      write: (key, text) => guard(() => void content.set(key, text)),
      remove: (key) => guard(() => void content.delete(key)),
      keys: () => guard(() => [...content.keys()]),
    };
    return { content, made };
  }
  const fullError = new DOMException('no room', 'QuotaExceededError');

  it('falls back, and finds what only the lower one has', async () => {
    const [broken, second] = [backend(new Error('no IndexedDB')), backend()];
    const storage = layeredStorage([broken.made, second.made]);
    expect(await storage.write('a', '1')).toEqual({ ok: true });
    expect(await storage.read('a')).toBe('1');
    expect(await storage.keys('')).toEqual(['a']);
    await storage.remove('a');
    expect(await storage.read('a')).toBeUndefined();
  });
  it('leaves no old copy behind when the first one works again', async () => {
    const [first, second] = [backend(), backend()];
    second.content.set('a', 'old');
    const storage = layeredStorage([first.made, second.made]);
    await storage.write('a', 'new');
    expect([first.content.get('a'), second.content.has('a')]).toEqual(['new', false]);
  });
  it('says whether it is full or not there at all', async () => {
    expect(await layeredStorage([backend(fullError as unknown as Error).made]).write('a', '1')).toMatchObject({
      reason: 'full',
    });
    expect(await layeredStorage([backend(new Error('x')).made]).write('a', '1')).toMatchObject({
      reason: 'unavailable',
    });
  });
});

describe('two tabs on one scenario', () => {
  it('hear of each other once, and of the other one saving', () => {
    const open = memoryChannels();
    const heard: string[] = [];
    const events = (tab: string) => ({
      onTwin: () => heard.push(`${tab}: twin`),
      onOtherSaved: (at: string) => heard.push(`${tab}: ${at}`),
    });
    const first = watchTabs(open, 's', events('1'));
    expect(heard).toEqual([]);
    const second = watchTabs(open, 's', events('2'));
    watchTabs(open, 'other', events('3'));
    expect(heard.sort()).toEqual(['1: twin', '2: twin']);
    second.saved('now');
    expect(heard.at(-1)).toBe('1: now');
    second.stop();
    first.saved('later');
    expect(heard).toHaveLength(3);
  });
});

it('saves policies as they were typed', async () => {
  const { actions, pass, storage, clock } = setUp();
  const value = '{\n  "Version": "2012-10-17",\n  // not JSON';
  actions.run((d, c) => setField(d, c, { node: 'thing-1', field: 'policy', value }));
  await pass(400);
  const restored = await restore(storage, 'some-scenario', clock);
  expect(restored.type === 'restored' && restored.save.diagram.nodes['thing-1']?.props).toEqual({ policy: value });
});
