import type { Press, Shown, StageMessage } from '../model/classroom';
import type { StageDesk, StageState } from '../modes/classroom/desk';
import type { SessionStore } from '../store/session';
import type { OpenChannel } from './ports/channel';
import { openStageChannel } from './stage-channel';

export interface StageOptions {
  readonly session: SessionStore;
  /** names this window to the console. */
  readonly stage: string;
  /** what was on the stage last. */
  readonly shown: Shown | undefined;
  readonly open: OpenChannel;
  /** runs the work when the window closes; the answer stops that. */
  readonly onLeave: (work: () => void) => () => void;
  readonly fullScreen: () => void;
}

/** The stage's end: shows what the console last said. When the console goes away, the picture stays. */
export function startStage(options: StageOptions): StageDesk & { stop(): void } {
  const { session, stage } = options;
  const { scenario } = session.getState();
  const listeners = new Set<() => void>();
  let state: StageState = { room: options.shown?.room, pointer: undefined };
  const channel = openStageChannel(options.open, scenario.id, hear);

  function show(next: Partial<StageState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }
  function hear(message: StageMessage): void {
    switch (message.type) {
      case 'call':
        return channel.post({ type: 'hello', stage });
      case 'room':
        if (message.room.scenario === scenario.id) show({ room: message.room });
        return;
      case 'drawing': {
        const { diagram, actions } = session.getState();
        if (JSON.stringify(diagram) !== JSON.stringify(message.drawing)) actions.load(message.drawing, '');
        return;
      }
      case 'pointer':
        return show({ pointer: message.at });
      case 'hello':
      case 'bye':
      case 'press':
        return; // Another stage speaks to the console.
    }
  }

  const bye = () => channel.post({ type: 'bye', stage });
  const leaving = options.onLeave(bye);
  channel.post({ type: 'hello', stage });
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    press: (press: Press) => channel.post({ type: 'press', press }),
    fullScreen: options.fullScreen,
    stop() {
      leaving();
      bye();
      channel.close();
    },
  };
}
