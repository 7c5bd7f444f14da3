import { back, next, onStage, play, present } from '../game/classroom';
import type { Lesson, Press, Room, Shown, StageMessage } from '../model/classroom';
import type { Diagram } from '../model/diagram';
import type { ConsoleDesk, ConsoleState } from '../modes/classroom/desk';
import { refOf } from '../panels/trace/trace-ref';
import type { SessionStore } from '../store/session';
import { lessonKey } from './lesson';
import type { OpenChannel } from './ports/channel';
import type { TextStorage } from './ports/storage';
import { openStageChannel } from './stage-channel';

export interface ConsoleOptions {
  readonly session: SessionStore;
  readonly lesson: Lesson;
  readonly storage: TextStorage;
  readonly open: OpenChannel;
  readonly openStage: () => void;
}

/** The console's end: tells the stage what to show, hears its clicker, and keeps the lesson. */
export function startConsole(options: ConsoleOptions): ConsoleDesk & { stop(): void } {
  const { session, storage } = options;
  const { scenario } = session.getState();
  const requirements = scenario.requirements.map(({ id }) => id);
  const listeners = new Set<() => void>();
  const stages = new Set<string>();
  let { room, own, stage } = options.lesson;
  let state: ConsoleState = { room, stages: 0, kept: true };
  let kept = true;
  let writing = false;
  let complained = false;
  /** a design is on its way to the canvas, and may be the same as another. */
  let putting = false;

  const channel = openStageChannel(options.open, scenario.id, hear);

  function tell(): void {
    state = { room, stages: stages.size, kept: !writing };
    for (const listener of listeners) listener();
  }
  /** Writes at once, one after the other; what changed while a write was on its way goes with the next. */
  async function write(): Promise<void> {
    while (!kept) {
      kept = true;
      const { diagram } = session.getState();
      const now: Lesson = {
        format: 'perimeter-lesson',
        version: 1,
        room,
        drawing: diagram,
        stage,
        ...(own ? { own } : {}),
      };
      const written = await storage.write(lessonKey(scenario.id), JSON.stringify(now));
      if (!written.ok && !complained) session.getState().actions.notify({ tone: 'refused', text: written.words });
      complained = !written.ok;
    }
    writing = false;
    tell();
  }
  function save(): void {
    kept = false;
    if (writing) return;
    writing = true;
    void write();
  }
  /** The drawing goes first: what the room says is about it. */
  function publish(all = false): void {
    const drawing = room.frozen ? stage.drawing : session.getState().diagram;
    const shown: Shown = { room: onStage(room, stage.room), drawing };
    if (all || drawing !== stage.drawing) channel.post({ type: 'drawing', drawing });
    stage = shown;
    channel.post({ type: 'room', room: shown.room });
    save();
  }
  function change(step: (room: Room) => Room): void {
    const after = step(room);
    if (after === room) return;
    room = after;
    publish();
    tell();
  }
  function press(kind: Press): void {
    const { playback, actions } = session.getState();
    if (kind === 'black') return change((now) => ({ ...now, black: !now.black }));
    if (!playback) return change((now) => (kind === 'next' ? next(now, requirements) : back(now)));
    actions.setRunning(false);
    const to = playback.step + (kind === 'next' ? 1 : -1);
    if (to < 0 || to >= playback.trace.steps.length) actions.stopPlayback();
    else actions.stepTo(to);
  }
  function hear(message: StageMessage): void {
    if (message.type === 'hello') {
      stages.add(message.stage);
      publish(true);
      tell();
    } else if (message.type === 'bye') {
      stages.delete(message.stage);
      tell();
    } else if (message.type === 'press') press(message.press);
  }
  function put(diagram: Diagram, words: string, whose: string | undefined): void {
    const { actions } = session.getState();
    actions.stopPlayback();
    room = present(room, whose);
    putting = true;
    actions.load(diagram, words);
    putting = false;
    publish();
    tell();
  }

  const stops = [
    session.subscribe((now, before) => {
      if (now.playback !== before.playback || now.facts !== before.facts) {
        const { playback, facts, report } = now;
        const trace = playback && facts ? refOf(playback.trace, facts, report) : undefined;
        const shown = playback && trace ? { trace, step: playback.step } : undefined;
        if (shown !== undefined || room.playback !== undefined) room = play(room, shown);
      }
      if (!putting && now.diagram !== before.diagram && own && isSame(now.diagram, own)) {
        // Undo may lead back to it as well.
        own = undefined;
        room = present(room, undefined);
      }
      if (now.playback !== before.playback || now.diagram !== before.diagram) {
        publish();
        tell();
      }
    }),
    () => channel.close(),
  ];
  channel.post({ type: 'call' });
  publish(true);

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    change,
    press,
    point: (at) => channel.post({ type: 'pointer', ...(at ? { at } : {}) }),
    openStage: options.openStage,
    present(whose, diagram) {
      own ??= session.getState().diagram;
      put(diagram, `${whose} is on the canvas. Your own design is kept.`, whose);
    },
    takeBack() {
      if (!own) return;
      const mine = own;
      own = undefined;
      put(mine, 'Your own design is back on the canvas.', undefined);
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function isSame(one: Diagram, other: Diagram): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
