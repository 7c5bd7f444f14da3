import type { NamedHandIn } from '../game/hand-in';
import { judgeHandIn } from '../game/hand-in';
import type { Rules } from '../game/judge';
import { count } from '../game/words';
import type { FileProblem } from '../model/read-json';
import type { Scenario } from '../model/scenario';
import type { BoardDesk, BoardState } from '../modes/classroom/board-desk';
import { readLink } from './hand-in-link';
import type { OpenChannel } from './ports/channel';
import type { Clock } from './ports/clock';
import { readFile } from './ports/files';
import type { TextStorage } from './ports/storage';

/** A class is smaller; whoever has more grades on the command line. */
export const MOST_HAND_INS = 300;
const NAME_LENGTH = 60;

const prefix = (scenario: string): string => `board/${scenario}/`;
const channelName = (scenario: string): string => `perimeter/board/${scenario}`;

export interface Arrival {
  readonly name: string;
  /** a save or a diagram, as JSON. */
  readonly text: string;
}

/** What is kept of a hand-in: what arrived, not what was thought of it. */
function readKept(text: string | undefined): Arrival | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null || !('name' in value) || !('text' in value)) return undefined;
    const { name, text: content } = value;
    return typeof name === 'string' && typeof content === 'string' ? { name, text: content } : undefined;
  } catch {
    return undefined;
  }
}

async function keptOn(storage: TextStorage, scenario: string): Promise<readonly (Arrival & { readonly id: string })[]> {
  const keys = await storage.keys(prefix(scenario));
  const kept = await Promise.all(
    keys.map(async (key) => ({ id: key.slice(prefix(scenario).length), arrival: readKept(await storage.read(key)) })),
  );
  return kept
    .flatMap(({ id, arrival }) => (arrival && /^h\d{1,6}$/.test(id) ? [{ id, ...arrival }] : []))
    .sort((a, b) => numberOf(a.id) - numberOf(b.id));
}

const numberOf = (id: string): number => Number(id.slice(1));

/** Keeps a hand-in; one of the same name makes room for it. The answer says what became of it. */
export async function keepHandIn(
  storage: TextStorage,
  scenario: string,
  { name, text }: Arrival,
): Promise<{ readonly ok: true; readonly replaced: boolean } | { readonly ok: false; readonly words: string }> {
  const kept = await keptOn(storage, scenario);
  const short = name.trim().slice(0, NAME_LENGTH) || 'Without a name';
  const before = kept.find((one) => one.name === short);
  if (!before && kept.length >= MOST_HAND_INS) {
    return { ok: false, words: `The board holds ${MOST_HAND_INS} hand-ins, and it is full. Take some off.` };
  }
  const id = before?.id ?? `h${kept.reduce((most, one) => Math.max(most, numberOf(one.id)), 0) + 1}`;
  const written = await storage.write(`${prefix(scenario)}${id}`, JSON.stringify({ name: short, text }));
  return written.ok ? { ok: true, replaced: before !== undefined } : { ok: false, words: written.words };
}

/** Tells boards in other windows that something has arrived. */
export function tellBoards(open: OpenChannel, scenario: string): void {
  const channel = open(channelName(scenario));
  channel.post('arrived');
  channel.close();
}

export interface BoardOptions {
  readonly scenario: Scenario;
  readonly storage: TextStorage;
  readonly open: OpenChannel;
  readonly clock: Clock;
  readonly rules: () => Promise<Rules>;
  readonly chooseFiles: () => Promise<readonly File[]>;
  readonly download: (name: string, text: string) => void;
}

/** The class board of one scenario. Everything that arrives waits in line and is judged one by one. */
export function startBoard(options: BoardOptions): BoardDesk & { stop(): void } {
  const { scenario, storage, clock } = options;
  const listeners = new Set<() => void>();
  /** what was judged already, so that only what is new is judged again. */
  const judged = new Map<string, { readonly text: string; readonly result: NamedHandIn }>();
  let broken: readonly NamedHandIn[] = [];
  let brokenSoFar = 0;
  let state: BoardState = { handIns: [], waiting: 0, said: '' };
  let stopped = false;
  let queue: Promise<void> = Promise.resolve();

  function show(next: Partial<BoardState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }
  const breath = () => new Promise<void>((resolve) => void clock.after(0, resolve));

  async function refresh(said?: string): Promise<void> {
    const kept = await keptOn(storage, scenario.id);
    const rules = kept.length > 0 ? await options.rules() : undefined;
    for (const id of judged.keys()) if (!kept.some((one) => one.id === id)) judged.delete(id);
    const handIns: NamedHandIn[] = [];
    for (const [at, { id, name, text }] of kept.entries()) {
      if (stopped || !rules) return;
      const before = judged.get(id);
      if (before?.text !== text || before.result.name !== name) {
        judged.set(id, { text, result: { id, name, ...judgeHandIn(text, scenario, rules) } });
        show({ waiting: kept.length - at - 1 });
        await breath();
      }
      const result = judged.get(id)?.result;
      if (result) handIns.push(result);
    }
    show({ handIns: [...handIns, ...broken], waiting: 0, ...(said === undefined ? {} : { said }) });
  }
  function refuse(name: string, problems: readonly FileProblem[]): void {
    brokenSoFar += 1;
    broken = [...broken, { id: `b${brokenSoFar}`, name, result: 'unreadable', problems }];
  }
  async function arrive(
    arrivals: readonly (Arrival | { readonly name: string; readonly problems: readonly FileProblem[] })[],
  ) {
    let [fresh, replaced, refused] = [0, 0, 0];
    for (const one of arrivals) {
      const kept = 'text' in one ? await keepHandIn(storage, scenario.id, one) : undefined;
      if (kept?.ok) kept.replaced ? (replaced += 1) : (fresh += 1);
      else {
        refused += 1;
        const words = kept?.words ?? '';
        refuse(
          one.name,
          'problems' in one ? one.problems : [{ place: '', reason: words, remedy: 'Then add it again.' }],
        );
      }
    }
    const parts = [
      fresh > 0 ? `${count(fresh, 'hand-in')} arrived` : '',
      replaced > 0 ? `${count(replaced, 'hand-in')} replaced an earlier one of the same name` : '',
      refused > 0 ? `${count(refused, 'hand-in')} could not be taken` : '',
    ].filter(Boolean);
    await refresh(parts.length > 0 ? `${parts.join(', ')}.` : 'Nothing arrived.');
  }
  function enqueue(work: () => Promise<void>): void {
    queue = queue
      .then(work)
      .catch(() => show({ waiting: 0, said: 'The hand-ins could not be judged. Load the page again.' }));
  }
  async function takeFiles(files: readonly File[]): Promise<void> {
    const arrivals = await Promise.all(
      files.slice(0, MOST_HAND_INS).map(async (file) => {
        const opened = await readFile(file);
        const name = file.name.replace(/(\.perimeter)?( ?\(\d+\))?\.json$/i, '').slice(0, NAME_LENGTH);
        if (opened.ok) return { name, text: opened.file.text };
        const words = opened.reason === 'cancelled' ? 'The file was not read.' : opened.words;
        return { name, problems: [{ place: '', reason: words, remedy: 'Ask for it again.' }] };
      }),
    );
    if (arrivals.length > 0) await arrive(arrivals);
  }
  async function takeLinks(text: string): Promise<void> {
    const lines = text.split(/\s+/).filter((line) => line !== '');
    const arrivals = await Promise.all(
      lines.slice(0, MOST_HAND_INS).map(async (line, at) => {
        const read = await readLink(line);
        if (!read.ok) return { name: `Link ${at + 1}`, problems: read.problems };
        return { name: read.value.by, text: JSON.stringify(read.value.save) };
      }),
    );
    await arrive(arrivals);
  }

  const channel = options.open(channelName(scenario.id));
  channel.onMessage(() => enqueue(() => refresh('A hand-in arrived.')));
  enqueue(() => refresh());
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    choose: () => void options.chooseFiles().then((files) => enqueue(() => takeFiles(files))),
    take: (files) => enqueue(() => takeFiles(files)),
    takeLinks: (text) => enqueue(() => takeLinks(text)),
    remove(id) {
      broken = broken.filter((one) => one.id !== id);
      enqueue(async () => {
        await storage.remove(`${prefix(scenario.id)}${id}`);
        await refresh();
      });
    },
    clear() {
      broken = [];
      enqueue(async () => {
        for (const key of await storage.keys(prefix(scenario.id))) await storage.remove(key);
        await refresh('The board is empty.');
      });
    },
    download: options.download,
    stop() {
      stopped = true;
      channel.close();
    },
  };
}
