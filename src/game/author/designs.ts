import type { Draft, DraftAttempt, DraftSolution } from '../../model/bundle';
import { Diagram, EMPTY_DIAGRAM, type NodeId } from '../../model/diagram';
import type { Proposal } from '../proof/contract';
import type { Json } from '../../model/json';
import { nodeOf, nodesOf } from '../tree';
import { blankScenario, playable } from './playable';
import { writeAt, type Place } from './place';

/** Which drawing of a scenario is meant; `name` is empty for the start. */
export interface DesignKey {
  readonly type: 'start' | 'solution' | 'attempt';
  readonly name: string;
}

export const START: DesignKey = { type: 'start', name: '' };

const LISTS = { solution: 'solutions', attempt: 'attempts' } as const;

export function sameKey(one: DesignKey, other: DesignKey): boolean {
  return one.type === other.type && one.name === other.name;
}

export function blankDraft(id: string): Draft {
  return { scenario: blankScenario(id), solutions: [], attempts: [] };
}

/** Reading a start checks all of it; whoever asks again about the same one gets the same diagram. */
const starts = new WeakMap<object, Diagram>();

export function startOf({ scenario }: Draft): Diagram {
  const { start } = scenario;
  if (start === null || typeof start !== 'object') return EMPTY_DIAGRAM;
  const known = starts.get(start);
  if (known) return known;
  const read = Diagram.safeParse(start);
  const diagram = read.success ? read.data : EMPTY_DIAGRAM;
  starts.set(start, diagram);
  return diagram;
}

/** A diagram as it stands in a scenario; `startOf` gives back the very same one. */
function put(diagram: Diagram): Json {
  const start = diagram as Json;
  if (start !== null && typeof start === 'object') starts.set(start, diagram);
  return start;
}

export function designOf(draft: Draft, key: DesignKey): DraftSolution | DraftAttempt | undefined {
  if (key.type === 'start') return undefined;
  const all: readonly (DraftSolution | DraftAttempt)[] = draft[LISTS[key.type]];
  return all.find(({ name }) => name === key.name);
}

/** What is drawn; `undefined` when there is no such design. */
export function diagramOf(draft: Draft, key: DesignKey): Diagram | undefined {
  return key.type === 'start' ? startOf(draft) : designOf(draft, key)?.diagram;
}

export function keysOf(draft: Draft): readonly DesignKey[] {
  return [
    START,
    ...draft.solutions.map(({ name }): DesignKey => ({ type: 'solution', name })),
    ...draft.attempts.map(({ name }): DesignKey => ({ type: 'attempt', name })),
  ];
}

/** Another drawing in its place. Whatever the start locks stays the same in every design. */
export function withDiagram(draft: Draft, key: DesignKey, diagram: Diagram): Draft {
  if (key.type === 'start') return withScenario(draft, ['start'], put(diagram));
  return changed(draft, key, { diagram });
}

/** One value of the scenario; `undefined` takes it out. */
export function withScenario(draft: Draft, place: Place, value: Json | undefined): Draft {
  const scenario = writeAt(draft.scenario, place, value);
  const next = { ...draft, scenario: scenario as Draft['scenario'] };
  return place[0] === 'start' ? withLocks(next) : next;
}

/** The words and promises of a design. */
export function withWords(
  draft: Draft,
  key: DesignKey,
  words: Partial<Pick<DraftSolution, 'title' | 'decoration'> & Pick<DraftAttempt, 'misses'>>,
): Draft {
  return changed(draft, key, words);
}

/** A new solution or attempt with a copy of a drawing. */
export function withDesign(
  draft: Draft,
  type: 'solution' | 'attempt',
  diagram: Diagram,
): { readonly draft: Draft; readonly key: DesignKey } {
  const taken = new Set(draft[LISTS[type]].map(({ name }) => name));
  let number = 1;
  while (taken.has(`${type}-${number}`)) number += 1;
  const name = `${type}-${number}`;
  const title = `${type === 'solution' ? 'Solution' : 'Attempt'} ${number}`;
  const next: Draft =
    type === 'solution'
      ? { ...draft, solutions: [...draft.solutions, { name, title, decoration: [], diagram }] }
      : { ...draft, attempts: [...draft.attempts, { name, title, misses: [], diagram }] };
  return { draft: withLocks(next), key: { type, name } };
}

export function withoutDesign(draft: Draft, key: DesignKey): Draft {
  return {
    ...draft,
    solutions: draft.solutions.filter(({ name }) => !sameKey(key, { type: 'solution', name })),
    attempts: draft.attempts.filter(({ name }) => !sameKey(key, { type: 'attempt', name })),
  };
}

/** Another name of the file that the design is in; `undefined` when it is taken or no name. */
export function withName(draft: Draft, key: DesignKey, name: string): Draft | undefined {
  if (key.type === 'start' || !/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) return undefined;
  if (name !== key.name && draft[LISTS[key.type]].some((one) => one.name === name)) return undefined;
  return changed(draft, key, { name });
}

/** Locks an element of the start for the player, or gives it free. */
export function withLock(draft: Draft, id: NodeId, locked: boolean): Draft {
  const start = startOf(draft);
  const node = nodeOf(start, id);
  if (!node) return draft;
  const { locked: _before, ...free } = node;
  const nodes = { ...start.nodes, [id]: locked ? { ...free, locked } : free };
  return withScenario(draft, ['start'], put({ nodes }));
}

export function isLocked(draft: Draft, id: NodeId): boolean {
  return nodeOf(startOf(draft), id)?.locked === true;
}

/** The start without locks, for whoever may change everything in it. */
export function unlocked(diagram: Diagram): Diagram {
  if (!nodesOf(diagram).some((node) => node.locked)) return diagram;
  return {
    nodes: Object.fromEntries(Object.entries(diagram.nodes).map(([id, { locked: _locked, ...node }]) => [id, node])),
  };
}

/** Gives a drawing of the start the locks back that it had. */
export function relocked(diagram: Diagram, before: Diagram): Diagram {
  const nodes = { ...diagram.nodes };
  for (const node of nodesOf(before)) {
    const now = nodeOf(diagram, node.id);
    if (now && node.locked) nodes[node.id] = { ...now, locked: true };
  }
  return { nodes };
}

/** Every design gets what the start locks, as it is there: no player could have changed it. */
function withLocks(draft: Draft): Draft {
  const start = startOf(draft);
  const fit = <Design extends { readonly diagram: Diagram }>(design: Design): Design => {
    const nodes = { ...design.diagram.nodes };
    let same = true;
    for (const node of nodesOf(design.diagram)) {
      const given = nodeOf(start, node.id);
      if (given?.locked && given.kind === node.kind) {
        const next = { ...given, position: node.position, ...(node.size ? { size: node.size } : {}) };
        if (JSON.stringify(next) === JSON.stringify(node)) continue;
        nodes[node.id] = next;
      } else if (node.locked) {
        const { locked: _locked, ...free } = node;
        nodes[node.id] = free;
      } else continue;
      same = false;
    }
    return same ? design : { ...design, diagram: { nodes } };
  };
  return { ...draft, solutions: draft.solutions.map(fit), attempts: draft.attempts.map(fit) };
}

/** What `prove` asks for: the scenario as far as it goes, with its designs. */
export function proposalOf(draft: Draft): Proposal {
  const { scenario } = playable(draft.scenario);
  return {
    scenario,
    solutions: draft.solutions.map(({ name, ...content }) => ({ name, content })),
    attempts: draft.attempts.map(({ name, ...content }) => ({ name, content })),
  };
}

function changed(draft: Draft, key: DesignKey, part: Partial<DraftSolution & DraftAttempt>): Draft {
  const fit = <Design extends { readonly name: string }>(all: readonly Design[]): readonly Design[] =>
    all.map((one) => (one.name === key.name ? { ...one, ...part } : one));
  if (key.type === 'solution') return { ...draft, solutions: fit(draft.solutions) };
  if (key.type === 'attempt') return { ...draft, attempts: fit(draft.attempts) };
  return draft;
}
