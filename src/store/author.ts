import { createStore, type StoreApi } from 'zustand/vanilla';
import { diagramOf, keysOf, relocked, sameKey, START, startOf, unlocked, withDiagram } from '../game/author/designs';
import type { DesignKey } from '../game/author/designs';
import { playable } from '../game/author/playable';
import type { Rules } from '../game/judge';
import type { Draft } from '../model/bundle';
import { EMPTY_DIAGRAM, type Diagram } from '../model/diagram';
import type { Scenario } from '../model/scenario';
import { carried, MOST_EDITS, type Edit } from './edits';
import { MERGE_MILLISECONDS } from './history';
import { createSession, type SessionStore } from './session';
import { simulator } from './simulator';

export interface AuthorState {
  readonly rules: Rules;
  readonly draft: Draft;
  /** the drawing on the canvas, and its session with an undo of its own. */
  readonly shown: DesignKey;
  readonly session: SessionStore;
  /** JSON of the scenario that cannot be taken over: the draft stays as it was until it can. */
  readonly text?: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly said?: { readonly id: number; readonly text: string; readonly undoable: boolean };
  /** ISO 8601. */
  readonly savedAt?: string;
}

export interface AuthorActions {
  /** One undo step; `merge` joins it to the step before with the same key. */
  edit(change: (draft: Draft) => Draft, merge?: string): void;
  undo(): void;
  redo(): void;
  /** puts a drawing on the canvas. */
  show(key: DesignKey): void;
  /** tells the session on the canvas what has changed around it. */
  refresh(): void;
  setText(text: string | undefined): void;
  /** tells something; `undoable`: it was the last step, and undo takes it back. */
  say(text: string | undefined, undoable?: boolean): void;
  markSaved(at: string): void;
}
export type Author = AuthorState & { readonly actions: AuthorActions };
export type AuthorStore = StoreApi<Author>;

export interface AuthorOptions {
  readonly draft: Draft;
  readonly rules: Rules;
  readonly text?: string;
  /** milliseconds since 1970. */
  readonly now?: () => number;
}

interface Open {
  readonly key: DesignKey;
  readonly session: SessionStore;
  /** the drawing in the draft that the session was last brought in line with. */
  known: Diagram;
  scenario: Draft['scenario'];
}

/** A scenario that is being made: one draft, and one session for each drawing of it that was opened. */
export function createAuthor({ draft: first, rules, text, now = () => Date.now() }: AuthorOptions): AuthorStore {
  let past: readonly Edit[] = [];
  let future: readonly Edit[] = [];
  let open: Open[] = [];
  let told = 0;

  return createStore<Author>()((set, get) => {
    function openDesign(key: DesignKey, draft: Draft): Open {
      const diagram = drawingOf(draft, key);
      const scenario = stage(draft, rules);
      const simulator = simulatorOf(scenario);
      // Whoever makes the scenario draws, whatever a player is to foretell first.
      const session = createSession({ scenario, catalog: rules.catalog, simulator, diagram, unfrozen: true });
      const made: Open = { key, session, known: diagramOf(draft, key) ?? EMPTY_DIAGRAM, scenario: draft.scenario };
      session.subscribe((state, before) => {
        if (state.diagram === before.diagram) return;
        const current = get().draft;
        if (!open.includes(made) || state.diagram === drawingOf(current, made.key)) return;
        const drawn = made.key.type === 'start' ? relocked(state.diagram, startOf(current)) : state.diagram;
        const next = withDiagram(current, made.key, drawn);
        made.known = diagramOf(next, made.key) ?? drawn;
        made.scenario = made.key.type === 'start' ? next.scenario : made.scenario;
        set({ draft: next });
      });
      return made;
    }
    const simulatorOf = (scenario: Scenario) => simulator({ scenario, ...rules });

    function refresh(one: Open): void {
      const { draft } = get();
      const diagram = diagramOf(draft, one.key) ?? EMPTY_DIAGRAM;
      const { actions } = one.session.getState();
      if (draft.scenario !== one.scenario) {
        one.scenario = draft.scenario;
        const scenario = stage(draft, rules);
        actions.attach(simulatorOf(scenario), scenario);
      }
      if (diagram !== one.known) {
        one.known = diagram;
        actions.load(drawingOf(draft, one.key), 'The drawing has changed.');
        actions.dismissNotice();
      }
    }

    /** After any change: designs that are gone are closed, and the canvas shows one that is there. */
    function settle(draft: Draft): void {
      const keys = keysOf(draft);
      const { shown } = get();
      const still = keys.some((key) => sameKey(key, shown));
      open = open.filter((one) => keys.some((key) => sameKey(key, one.key)));
      set({ draft, canUndo: past.length > 0, canRedo: future.length > 0 });
      if (!still) show(keys.findLast((key) => key.type === shown.type) ?? START);
    }

    function show(key: DesignKey): void {
      let one = open.find((other) => sameKey(other.key, key));
      if (one) refresh(one);
      else open.push((one = openDesign(key, get().draft)));
      set({ shown: key, session: one.session });
    }

    const start = openDesign(START, first);
    open.push(start);
    const state: Author = {
      rules,
      draft: first,
      shown: START,
      session: start.session,
      ...(text === undefined ? {} : { text }),
      canUndo: false,
      canRedo: false,
      actions: {
        edit(change, merge) {
          const { draft } = get();
          const next = change(draft);
          if (next === draft) return;
          const last = past.at(-1);
          const joins =
            last !== undefined && merge !== undefined && last.merge === merge && now() - last.at <= MERGE_MILLISECONDS;
          const edit: Edit = { before: joins ? last.before : draft, after: next, at: now(), merge };
          past = [...(joins ? past.slice(0, -1) : past), edit].slice(-MOST_EDITS);
          future = [];
          settle(next);
        },
        undo() {
          const edit = past.at(-1);
          if (!edit) return;
          past = past.slice(0, -1);
          future = [edit, ...future];
          settle(carried(edit.before, edit.after, get().draft));
        },
        redo() {
          const [edit, ...rest] = future;
          if (!edit) return;
          past = [...past, { ...edit, merge: undefined }];
          future = rest;
          settle(carried(edit.after, edit.before, get().draft));
        },
        show,
        refresh() {
          const one = open.find((other) => sameKey(other.key, get().shown));
          if (one) refresh(one);
          else show(get().shown);
        },
        setText: (next) => set({ text: next }),
        say: (words, undoable = false) =>
          set({ said: words === undefined ? undefined : { id: (told += 1), text: words, undoable } }),
        markSaved: (at) => set({ savedAt: at }),
      },
    };
    return state;
  });
}

/** What stands on the canvas: an author may change everything in the start. */
function drawingOf(draft: Draft, key: DesignKey): Diagram {
  const diagram = diagramOf(draft, key) ?? EMPTY_DIAGRAM;
  return key.type === 'start' ? unlocked(diagram) : diagram;
}

/** The scenario as its author draws in it: with every kind there is. */
function stage(draft: Draft, { catalog }: Rules): Scenario {
  return { ...playable(draft.scenario).scenario, allowedKinds: [...catalog.keys()] };
}
