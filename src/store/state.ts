import type { Facts } from '../engine/facts';
import type { KindCatalog } from '../catalog/kind';
import type { Said, Outcome } from '../game/command';
import type { PlayedCard } from '../game/defend';
import type { Answers } from '../model/answers';
import type { Diagram, NodeId } from '../model/diagram';
import type { Incident } from '../model/incident';
import type { FieldPath } from '../model/path';
import type { Json } from '../model/json';
import type { Report } from '../model/report';
import type { Scenario } from '../model/scenario';
import type { Timeline } from '../model/timeline';
import type { Evidence, Trace } from '../model/trace';
import type { Simulator } from './simulator';

/** What is lit up on the canvas, and why. */
export interface Highlight extends Evidence {
  readonly tone: 'meets' | 'misses' | 'neutral';
  /** bring it into view, as somebody follows it without pointing at it. */
  readonly reveal?: boolean;
}
export interface Playback {
  readonly trace: Trace;
  /** index of the step shown. */
  readonly step: number;
  readonly running: boolean;
}
export interface Notice {
  readonly id: number;
  readonly tone: 'said' | 'refused' | 'won';
  readonly text: string;
  readonly remedy?: string;
  readonly open?: Said['open'];
}
/** Simulated time: what to play against the design, and what came of it. */
export interface Drill {
  readonly incidents: readonly Incident[];
  readonly hours: number;
  readonly seed: number;
  readonly run?: DrillRun;
}
export interface DrillRun {
  /** counts the runs of the session. */
  readonly id: number;
  /** the design that it was played against: another one now means that the run is out of date. */
  readonly facts: Facts;
  readonly incidents: readonly Incident[];
  readonly timeline: Timeline;
}
/** A card that was played, and the design as it was then. */
export interface Round {
  /** counts the rounds of the session. */
  readonly id: number;
  readonly card: PlayedCard;
  readonly facts: Facts;
  readonly report: Report;
}
/** Incident cards on the finished design. */
export interface Defence {
  /** decides the order of the cards, and where those of free play happen. */
  readonly seed: number;
  readonly pile: 'scenario' | 'design';
  /** cards that have been dealt, by their place in the pile. */
  readonly dealt: readonly number[];
  /** the card on the table. */
  readonly card?: Incident;
  readonly rounds: readonly Round[];
}
export type DockTab =
  'trace' | 'problems' | 'access' | 'cost' | 'trade-offs' | 'audit' | 'timeline' | 'defend' | 'outline';

/** The only mutable thing. `createSession` in `session.ts` makes it: a vanilla zustand store. */
export interface SessionState {
  readonly scenario: Scenario;
  readonly catalog: KindCatalog;
  readonly diagram: Diagram;
  /** what the player foretold. */
  readonly answers: Answers;
  /** nothing may be drawn: something is still to be foretold, or there is nothing to mend. */
  readonly frozen: boolean;
  /** `undefined` until the simulator has arrived. */
  readonly facts: Facts | undefined;
  readonly report: Report;
  /** a reason as a sentence; empty until the simulator has arrived. */
  readonly say: Simulator['say'];
  /** counts whole works put on the canvas (opened file, fresh start): the view follows them. */
  readonly loads: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly selection: readonly NodeId[];
  /** the field that the inspector should scroll to. */
  readonly focusField?: FieldPath;
  readonly highlight?: Highlight;
  readonly playback?: Playback;
  readonly notice?: Notice;
  readonly dock: DockTab;
  readonly drill?: Drill;
  readonly defence?: Defence;
  /** kind picked in the palette for click-to-place. */
  readonly placing?: string;
  /** when the work was last saved, ISO 8601. */
  readonly savedAt?: string;
  /** hints opened: requirement id → how many. */
  readonly hints: Readonly<Record<string, number>>;
  /** questions answered since the scenario was opened: id → was the first answer right? */
  readonly asked: Readonly<Record<string, boolean>>;
}

export interface SessionActions {
  /** runs any command of `game/`; one call is one undo step (`merge` joins it to the previous step with the same key). */
  run(command: (diagram: Diagram, catalog: KindCatalog) => Outcome, merge?: string): Outcome;
  /** gives the session its simulator, which judges what is drawn at once; an author changes the scenario with it. */
  attach(simulator: Simulator, scenario?: Scenario): void;
  /** commits an answer to a prediction; it cannot be taken back. */
  commit(prediction: string, option: string): void;
  /** the first answer to a question counts. */
  answerQuestion(question: string, right: boolean): void;
  undo(): void;
  redo(): void;
  select(ids: readonly NodeId[], focusField?: FieldPath): void;
  highlight(evidence: Highlight | undefined): void;
  play(trace: Trace): void;
  stepTo(step: number): void;
  setRunning(running: boolean): void;
  stopPlayback(): void;
  dismissNotice(): void;
  notify(notice: Omit<Notice, 'id'>): void;
  showDock(tab: DockTab): void;
  setDrill(drill: Drill): void;
  setDefence(defence: Defence): void;
  setPlacing(kind: string | undefined): void;
  openHint(requirement: string): void;
  /** replaces the whole work (restore, import); undoable. What was foretold stays unless `answers` are given. */
  load(diagram: Diagram, why: string, answers?: Answers): void;
  markSaved(at: string): void;
}
export type Session = SessionState & { readonly actions: SessionActions };

/** Signatures of `game/commands.ts`, for readers of this file: each takes (diagram, catalog, arguments). */
export interface CommandArguments {
  addNode: { kind: string; parent?: NodeId; position: { x: number; y: number }; name?: string };
  moveNodes: { moves: readonly { id: NodeId; position: { x: number; y: number }; parent?: NodeId | null }[] };
  resizeNode: { id: NodeId; position: { x: number; y: number }; size: { width: number; height: number } };
  setField: { node: NodeId; field: FieldPath; value: Json | undefined };
  rename: { node: NodeId; name: string };
  connect: { from: NodeId; field: string; to: NodeId };
  disconnect: { from: NodeId; field: FieldPath };
  remove: { ids: readonly NodeId[] };
  paste: { diagram: Diagram; parent?: NodeId; offset: { x: number; y: number } };
}
