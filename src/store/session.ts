import type { Patch } from 'immer';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KindCatalog } from '../catalog/kind';
import { refuse } from '../game/change';
import type { Outcome } from '../game/command';
import { ownerOf } from '../game/references';
import { nodeOf } from '../game/tree';
import { withArticle } from '../game/words';
import {
  isComplete,
  isFrozen,
  isPredicting,
  openPredictions,
  unjudgedResult,
  withheld,
  withLocks,
} from '../game/predict-play';
import type { Answers } from '../model/answers';
import type { Diagram } from '../model/diagram';
import type { Report } from '../model/report';
import type { Scenario } from '../model/scenario';
import { EMPTY_HISTORY, isLayoutOnly, remember, stepBack, stepForward, type History, type Step } from './history';
import type { Simulator } from './simulator';
import type { Notice, Session, SessionState } from './state';

/** What `createSession` makes; rooms above name it so, and need not know zustand. */
export type SessionStore = StoreApi<Session>;

export interface SessionOptions {
  readonly scenario: Scenario;
  readonly catalog: KindCatalog;
  /** the simulator; it may come later through `attach`. */
  readonly simulator?: Simulator;
  /** restored work; the scenario's start when absent. */
  readonly diagram?: Diagram;
  /** restored answers to the predictions of the scenario. */
  readonly answers?: Answers;
  /** for whoever makes the scenario: nothing is frozen until it is foretold, and nothing is withheld. */
  readonly unfrozen?: boolean;
  /** ISO 8601. */
  readonly now?: () => string;
}

type Judged = Pick<SessionState, 'facts' | 'report' | 'frozen'>;

const DEFECT = {
  ok: false,
  why: 'The simulator could not judge this change, so it was not applied.',
  remedy: 'This is a defect of Perimeter, not of your design. Your work is unharmed; try another way.',
} as const;

const UNJUDGED = {
  why: 'The simulator could not judge this design.',
  remedy: 'This is a defect of Perimeter, not of your design. Export your work and report it.',
} as const;

const FROZEN = {
  ok: false,
  why: 'The design is frozen.',
  remedy: 'Say what will happen to it under Goals.',
} as const;

const THAWED = 'Everything is foretold. The design is yours now, and the goals are judged.';

/** The only mutable thing of a running game. Everything that it holds is judged before it is shown. */
export function createSession(options: SessionOptions): SessionStore {
  const { catalog } = options;
  let { scenario, simulator } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const first = options.diagram ?? scenario.start;
  let history: History = EMPTY_HISTORY;
  let notices = 0;

  function judge(diagram: Diagram, answers: Answers): Judged {
    const { facts, report } = simulator?.judge(diagram, answers) ?? { facts: undefined, report: unjudged(scenario) };
    if (options.unfrozen) return { facts, report, frozen: false };
    return { facts, report: isPredicting(report) ? withheld(report) : report, frozen: isFrozen(scenario, report) };
  }
  /** Where something is predicted, the locks say whether the design is frozen. */
  const locked = (diagram: Diagram, { frozen }: Pick<Judged, 'frozen'>): Diagram =>
    scenario.predictions.length === 0 || options.unfrozen ? diagram : withLocks(diagram, scenario.start, frozen);

  return createStore<Session>()((set, get) => {
    const notice = (content: Omit<Notice, 'id'>): Notice => ({ id: (notices += 1), ...content });

    /** Shows another diagram. False when the simulator failed: then nothing has changed. */
    function show(
      diagram: Diagram,
      next: History,
      patches: Step['patches'],
      told?: Omit<Notice, 'id'>,
      answers = get().answers,
    ): boolean {
      const before = get();
      let judged: Judged = { facts: before.facts, report: before.report, frozen: before.frozen };
      const layoutOnly = isLayoutOnly(patches) && answers === before.answers;
      if (!layoutOnly) {
        try {
          judged = judge(diagram, answers);
        } catch {
          set({ notice: notice({ tone: 'refused', text: DEFECT.why, remedy: DEFECT.remedy }) });
          return false;
        }
      }
      history = next;
      const won = isComplete(judged.report) && !isComplete(before.report);
      const text = won ? wonText(judged.report) : undefined;
      const content = text === undefined ? told : ({ tone: 'won', text } as const);
      set({
        diagram: locked(diagram, judged),
        answers,
        ...judged,
        canUndo: history.past.length > 0,
        canRedo: history.future.length > 0,
        selection: stillThere(diagram, before.selection),
        // What was lit up or played belonged to the old design.
        ...(layoutOnly ? {} : { highlight: undefined, playback: undefined }),
        ...(content ? { notice: notice(content) } : {}),
      });
      return true;
    }

    const answers = options.answers ?? {};
    const judged = judge(first, answers);
    const state: SessionState = {
      scenario,
      catalog,
      diagram: locked(first, judged),
      answers,
      ...judged,
      say: (reason) => simulator?.say(reason) ?? '',
      loads: 0,
      canUndo: false,
      canRedo: false,
      selection: [],
      dock: 'trace',
      hints: {},
      asked: {},
    };
    return {
      ...state,
      actions: {
        run(command, merge) {
          if (get().frozen) {
            set({ notice: notice({ tone: 'refused', text: FROZEN.why, remedy: FROZEN.remedy }) });
            return FROZEN;
          }
          const outcome = withinScenario(command(get().diagram, catalog), scenario, catalog);
          if (!outcome.ok) {
            set({ notice: notice({ tone: 'refused', text: outcome.why, ...remedyOf(outcome) }) });
            return outcome;
          }
          if (outcome.patches.length === 0) return outcome;
          const step: Step = {
            patches: outcome.patches,
            inverse: outcome.inverse,
            ...(merge === undefined ? {} : { mergeKey: merge }),
            at: Date.parse(now()),
          };
          const { text, open } = outcome.said;
          const told = text === '' ? undefined : ({ tone: 'said', text, ...(open ? { open } : {}) } as const);
          return show(outcome.diagram, remember(history, step), outcome.patches, told) ? outcome : DEFECT;
        },
        attach(arrived, other = scenario) {
          simulator = arrived;
          scenario = other;
          try {
            const { diagram, answers } = get();
            const found = judge(diagram, answers);
            set({ scenario, say: arrived.say, diagram: locked(diagram, found), ...found });
          } catch {
            set({ notice: notice({ tone: 'refused', text: UNJUDGED.why, remedy: UNJUDGED.remedy }) });
          }
        },
        undo() {
          const back = stepBack(history, get().diagram);
          if (back) show(back.diagram, back.history, back.step.inverse, undefined, back.step.answers?.before);
        },
        redo() {
          const forth = stepForward(history, get().diagram);
          if (forth) show(forth.diagram, forth.history, forth.step.patches, undefined, forth.step.answers?.after);
        },
        commit(prediction, option) {
          const { diagram, answers, facts, report } = get();
          const before = report.predictions?.find(({ id }) => id === prediction);
          const known = scenario.predictions
            .find(({ id }) => id === prediction)
            ?.options.some(({ id }) => id === option);
          if (!facts || !known || !before || before.state === 'right' || before.committed.includes(option)) return;
          const next = { ...answers, [prediction]: [...before.committed, option] };
          let found: Judged;
          try {
            // The design is the same: what was played against it still holds.
            found = { ...judge(diagram, next), facts };
          } catch {
            set({ notice: notice({ tone: 'refused', text: UNJUDGED.why, remedy: UNJUDGED.remedy }) });
            return;
          }
          const thawed = get().frozen && !found.frozen;
          const won = isComplete(found.report);
          set({
            answers: next,
            diagram: locked(diagram, found),
            ...found,
            ...(won ? { notice: notice({ tone: 'won', text: wonText(found.report) }) } : {}),
            ...(thawed && !won ? { notice: notice({ tone: 'said', text: THAWED }) } : {}),
          });
        },
        answerQuestion(question, right) {
          const { asked } = get();
          if (!Object.hasOwn(asked, question)) set({ asked: { ...asked, [question]: right } });
        },
        load(diagram, why, answers) {
          const whole = (value: Diagram): Patch[] => [{ op: 'replace', path: [], value }];
          const before = get().answers;
          const step: Step = {
            patches: whole(diagram),
            inverse: whole(get().diagram),
            at: Date.parse(now()),
            ...(answers && { answers: { before, after: answers } }),
          };
          if (show(diagram, remember(history, step), step.patches, { tone: 'said', text: why }, answers)) {
            set({ loads: get().loads + 1 });
          }
        },
        select: (ids, focusField) => set({ selection: stillThere(get().diagram, ids), focusField }),
        highlight: (evidence) => set({ highlight: evidence }),
        play: (trace) => set({ playback: { trace, step: 0, running: trace.steps.length > 1 } }),
        stepTo(step) {
          const { playback } = get();
          if (!playback) return;
          const last = Math.max(0, playback.trace.steps.length - 1);
          const at = Math.min(Math.max(0, Math.trunc(step) || 0), last);
          set({ playback: { ...playback, step: at, running: playback.running && at < last } });
        },
        setRunning(running) {
          const { playback } = get();
          if (!playback) return;
          const atEnd = playback.step >= playback.trace.steps.length - 1;
          set({ playback: { ...playback, running, step: running && atEnd ? 0 : playback.step } });
        },
        stopPlayback: () => set({ playback: undefined }),
        dismissNotice: () => set({ notice: undefined }),
        notify: (content) => set({ notice: notice(content) }),
        showDock: (dock) => set({ dock }),
        setDrill: (drill) => set({ drill }),
        setDefence: (defence) => set({ defence }),
        setPlacing: (placing) => set({ placing }),
        openHint(requirement) {
          const all = [...scenario.predictions, ...scenario.requirements];
          const most = all.find(({ id }) => id === requirement)?.hints.length ?? 0;
          const { hints } = get();
          const opened = Object.hasOwn(hints, requirement) ? (hints[requirement] ?? 0) : 0;
          if (opened < most) set({ hints: { ...hints, [requirement]: opened + 1 } });
        },
        markSaved: (at) => set({ savedAt: at }),
      },
    };
  });
}

/** Copies from elsewhere may bring kinds that this scenario does not offer. What AWS makes along with others may come. */
function withinScenario(outcome: Outcome, scenario: Scenario, catalog: KindCatalog): Outcome {
  if (!outcome.ok || !outcome.created) return outcome;
  for (const id of outcome.created) {
    const node = nodeOf(outcome.diagram, id);
    const kind = node && catalog.get(node.kind);
    if (!kind || scenario.allowedKinds.includes(kind.id) || ownerOf(outcome.diagram, catalog, id)) continue;
    return refuse(`This scenario does without ${withArticle(kind.title)}.`, 'Use what the palette offers.');
  }
  return outcome;
}

function stillThere(diagram: Diagram, ids: SessionState['selection']): SessionState['selection'] {
  return ids.every((id) => nodeOf(diagram, id)) ? ids : ids.filter((id) => nodeOf(diagram, id));
}

function wonText(report: Report): string {
  const { earned, possible } = report.score;
  if (report.predictions) return `Everything is foretold and proved: ${earned} of ${possible} points.`;
  return `All ${report.requirements.length} requirements are proved: ${earned} of ${possible} points.`;
}

function remedyOf(outcome: Extract<Outcome, { ok: false }>): { remedy?: string } {
  return outcome.remedy === undefined ? {} : { remedy: outcome.remedy };
}

/** Before the simulator has looked: nothing is judged, nothing is earned. */
function unjudged(scenario: Scenario): Report {
  const requirements = scenario.requirements.map(unjudgedResult);
  const foretold = openPredictions(scenario);
  const possible = [...requirements, ...(foretold.predictions ?? [])].reduce((sum, one) => sum + one.points, 0);
  return {
    ...foretold,
    requirements,
    problems: [],
    traces: [],
    cost: { monthly: 0, lines: [] },
    score: { earned: 0, possible, stars: 0 },
  };
}
