import { describe, expect, test } from 'vitest';
import { autosaveDraft, drafts, newDraftId } from '../../src/app/drafts';
import { memoryStorage, FULL, type TextStorage } from '../../src/app/ports/storage';
import { catalog } from '../../src/catalog/index';
import { checks } from '../../src/checks/index';
import { blankDraft, withScenario } from '../../src/game/author/designs';
import { createAuthor } from '../../src/store/author';

const at = '2026-01-02T03:04:05.000Z';
const titled = (title: string) => withScenario(blankDraft('mine'), ['title'], title);

function running(storage: TextStorage) {
  const author = createAuthor({ draft: blankDraft('mine'), rules: { catalog, checks } });
  const due: (() => void)[] = [];
  let hide = (): void => undefined;
  const autosave = autosaveDraft({
    author,
    id: 'one',
    storage,
    clock: { now: () => at, after: (_, work) => (due.push(work), () => void due.splice(due.indexOf(work), 1)) },
    page: { onHide: (work) => ((hide = work), () => undefined) },
  });
  return { author, autosave, due, hide: () => hide() };
}

describe('drafts in the browser', () => {
  test('are listed, newest first, loaded and dropped', async () => {
    const storage = memoryStorage();
    await drafts.keep(storage, { id: 'a', at: '2026-01-01T00:00:00Z', draft: titled('Older') });
    await drafts.keep(storage, { id: 'b', at: '2026-01-02T00:00:00Z', draft: titled('Newer'), text: '{ "half' });
    const all = await drafts.all(storage);
    expect(all.map((one) => (one.type === 'found' ? one.kept.id : ''))).toEqual(['b', 'a']);
    expect(await drafts.load(storage, 'b')).toMatchObject({
      type: 'found',
      kept: { draft: titled('Newer'), text: '{ "half' },
    });
    await drafts.drop(storage, 'b');
    expect(await drafts.load(storage, 'b')).toEqual({ type: 'missing' });
  });

  test('that cannot be read say why and keep their text', async () => {
    const storage = memoryStorage(new Map([['draft/x', '{ "at": "now", "bundle": { "format": "other" } }']]));
    expect(await drafts.load(storage, 'x')).toMatchObject({
      type: 'broken',
      text: expect.stringContaining('other') as string,
    });
    expect((await drafts.all(storage))[0]?.type).toBe('broken');
  });

  test('too large to read again are refused in words', async () => {
    const written = await drafts.keep(memoryStorage(), { id: 'a', at, draft: titled('x'.repeat(2_000_001)) });
    expect(written).toMatchObject({ ok: false, words: expect.stringContaining('2 MB') as string });
  });

  test('have places of their own', () => {
    expect(newDraftId(at)).toMatch(/^d[a-z0-9]+$/);
    expect(newDraftId(at)).not.toBe(newDraftId('2026-01-02T03:04:05.001Z'));
  });
});

describe('autosave of a draft', () => {
  test('writes a moment after a change, and nothing before one', async () => {
    const storage = memoryStorage();
    const { author, autosave, due } = running(storage);
    await autosave.flush();
    expect(await drafts.load(storage, 'one')).toEqual({ type: 'missing' });
    author.getState().actions.edit(() => titled('First'));
    expect(due).toHaveLength(1);
    due[0]?.();
    await autosave.flush();
    expect(await drafts.load(storage, 'one')).toMatchObject({ kept: { draft: titled('First') } });
    expect(author.getState().savedAt).toBe(at);
  });

  test('keeps JSON that cannot be read yet', async () => {
    const storage = memoryStorage();
    const { author, hide, autosave } = running(storage);
    author.getState().actions.setText('{ "title": "half');
    hide();
    await autosave.flush();
    expect(await drafts.load(storage, 'one')).toMatchObject({ kept: { text: '{ "title": "half' } });
  });

  test('says once that the browser is full', async () => {
    const storage = { ...memoryStorage(), write: () => Promise.resolve(FULL) };
    const { author, autosave } = running(storage);
    for (const title of ['One', 'Two']) {
      author.getState().actions.edit(() => titled(title));
      await autosave.flush();
    }
    expect(author.getState().said).toMatchObject({ id: 1, text: expect.stringContaining('no more room') as string });
    expect(author.getState().savedAt).toBeUndefined();
  });
});
