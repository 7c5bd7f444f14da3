import { useSyncExternalStore } from 'react';
import type { Diagram } from '../../model/diagram';
import type { Press, Room, Shown, Spot } from '../../model/classroom';

export interface ConsoleState {
  readonly room: Room;
  /** how many stage windows answer. */
  readonly stages: number;
  /** everything is kept for the next time. */
  readonly kept: boolean;
}

/** The facilitator's end of the line. */
export interface ConsoleDesk {
  subscribe(listener: () => void): () => void;
  /** the same object until something changes. */
  state(): ConsoleState;
  change(step: (room: Room) => Room): void;
  press(press: Press): void;
  point(at: Spot | undefined): void;
  openStage(): void;
  /** puts a design that was handed in on the canvas; the facilitator's own is kept. */
  present(whose: string, diagram: Diagram): void;
  /** back to the facilitator's own design. */
  takeBack(): void;
}

/** What every group of controls gets. */
export interface ControlProps {
  readonly room: Room;
  readonly change: ConsoleDesk['change'];
}

export interface StageState {
  /** `undefined` until a console was ever open. */
  readonly room: Shown['room'] | undefined;
  readonly pointer: Spot | undefined;
}

/** The projector's end of the line. */
export interface StageDesk {
  subscribe(listener: () => void): () => void;
  state(): StageState;
  press(press: Press): void;
  fullScreen(): void;
}

export function useConsole(desk: ConsoleDesk): ConsoleState {
  return useSyncExternalStore(desk.subscribe, desk.state);
}

export function useStage(desk: StageDesk): StageState {
  return useSyncExternalStore(desk.subscribe, desk.state);
}
