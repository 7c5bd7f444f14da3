import { useSyncExternalStore } from 'react';
import type { NamedHandIn } from '../../game/hand-in';

export interface BoardState {
  /** in the order in which they arrived. */
  readonly handIns: readonly NamedHandIn[];
  /** how many are still to be judged. */
  readonly waiting: number;
  /** what the last arrival was, in a sentence. */
  readonly said: string;
}

/** Where hand-ins arrive, are judged and kept. */
export interface BoardDesk {
  subscribe(listener: () => void): () => void;
  state(): BoardState;
  /** lets the facilitator choose files. */
  choose(): void;
  take(files: readonly File[]): void;
  /** one link a line. */
  takeLinks(text: string): void;
  remove(id: string): void;
  clear(): void;
  download(name: string, text: string): void;
}

export function useBoard(desk: BoardDesk): BoardState {
  return useSyncExternalStore(desk.subscribe, desk.state);
}
