import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { NodeId } from '../model/diagram';

/** What is said of one node or edge for the moment. Nothing of it is part of the drawing. */
export interface Marks {
  /** while an edge is drawn. */
  readonly connect: 'source' | 'legal' | 'illegal' | 'target';
  /** while something is dragged over a container. */
  readonly drop: 'legal' | 'illegal';
  /** what the report points at. */
  readonly evidence: 'meets' | 'misses' | 'neutral' | 'aside';
  readonly playback: { readonly state: 'passed' | 'current' | 'failed' | 'aside'; readonly bubble?: string };
  readonly badge: { readonly tone: 'bad' | 'warn'; readonly reasons: readonly string[] };
  /** the pointer is over the edge. */
  readonly hover: true;
}
export type Layer = keyof Marks;

/** Layers of marks, each replaced as a whole; only nodes whose mark changed hear of it. */
export interface MarkStore {
  read<L extends Layer>(layer: L, id: string): Marks[L] | undefined;
  replace<L extends Layer>(layer: L, marks: ReadonlyMap<NodeId, Marks[L]>): void;
  subscribe(id: string, listener: () => void): () => void;
}

export function createMarks(): MarkStore {
  const layers = new Map<Layer, ReadonlyMap<string, unknown>>();
  const listeners = new Map<string, Set<() => void>>();
  return {
    read: <L extends Layer>(layer: L, id: string) => layers.get(layer)?.get(id) as Marks[L] | undefined,
    replace(layer, marks) {
      const before = layers.get(layer) ?? new Map<string, unknown>();
      layers.set(layer, marks);
      for (const id of new Set([...before.keys(), ...marks.keys()])) {
        if (before.get(id) !== marks.get(id)) for (const listener of listeners.get(id) ?? []) listener();
      }
    },
    subscribe(id, listener) {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(id) === set) listeners.delete(id);
      };
    },
  };
}

const MarkContext = createContext<MarkStore>(createMarks());
export const MarkProvider = MarkContext.Provider;

export function useMark<L extends Layer>(layer: L, id: string): Marks[L] | undefined {
  const store = useContext(MarkContext);
  const subscribe = useCallback((listener: () => void) => store.subscribe(id, listener), [store, id]);
  return useSyncExternalStore(subscribe, () => store.read(layer, id));
}
