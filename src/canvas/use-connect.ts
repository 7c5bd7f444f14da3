import { useCallback, useMemo, useState } from 'react';
import { connect } from '../game/commands/connect';
import { linksBetween, refusal, type Connection } from '../game/legal';
import { nodeOf, nodesOf } from '../game/tree';
import type { NodeId } from '../model/diagram';
import { useSessionStore } from '../store/use-session';
import type { Point } from './geometry';
import type { MarkStore, Marks } from './marks';

/** An edge that is being drawn. */
export interface Drawing {
  readonly from: NodeId;
  /** `drag`: from a handle, ends when the pointer is released. `mode`: until a target is chosen or Esc. */
  readonly how: 'drag' | 'mode';
  readonly target?: NodeId;
  /** legal targets in the order of Tab. */
  readonly legal: readonly NodeId[];
}
/** More than one relation is possible: which one is meant? */
export interface Choice {
  readonly connections: readonly Connection[];
  readonly at: Point;
}

export interface Connecting {
  readonly drawing: Drawing | undefined;
  readonly choice: Choice | undefined;
  begin(from: NodeId, how: Drawing['how']): void;
  over(target: NodeId | undefined): void;
  cycle(step: 1 | -1): void;
  finish(target: NodeId | undefined, at: Point): void;
  choose(connection: Connection | undefined): void;
  cancel(): void;
}

/** What an edge means here: the drawn direction first; the other only when that one means nothing. */
export function meaningOf(connections: readonly Connection[], from: NodeId): readonly Connection[] {
  const forward = connections.filter((one) => one.from === from);
  return forward.length > 0 ? forward : connections;
}

export function useConnect(marks: MarkStore): Connecting {
  const session = useSessionStore();
  const [drawing, setDrawing] = useState<Drawing>();
  const [choice, setChoice] = useState<Choice>();

  const cancel = useCallback(() => {
    setDrawing(undefined);
    marks.replace('connect', new Map());
  }, [marks]);

  const show = useCallback(
    (next: Drawing) => {
      const { diagram } = session.getState();
      const legal = new Set(next.legal);
      const all = new Map<string, Marks['connect']>();
      for (const { id } of nodesOf(diagram)) all.set(id, legal.has(id) ? 'legal' : 'illegal');
      if (next.target !== undefined && legal.has(next.target)) all.set(next.target, 'target');
      all.set(next.from, 'source');
      marks.replace('connect', all);
      setDrawing(next);
    },
    [session, marks],
  );

  const run = useCallback(
    ({ from, link, to }: Connection) => {
      session.getState().actions.run((now, catalog) => connect(now, catalog, { from, field: link.field, to }));
    },
    [session],
  );

  return useMemo(
    () => ({
      drawing,
      choice,
      cancel,
      begin(from, how) {
        const { diagram, catalog } = session.getState();
        if (!nodeOf(diagram, from)) return;
        const legal = nodesOf(diagram)
          .map((node) => node.id)
          .filter((id) => linksBetween(diagram, catalog, from, id).length > 0);
        show({ from, how, legal });
      },
      over(target) {
        if (drawing && drawing.target !== target) {
          const { target: _old, ...rest } = drawing;
          show(target === undefined ? rest : { ...rest, target });
        }
      },
      cycle(step) {
        if (!drawing || drawing.legal.length === 0) return;
        const now = drawing.target === undefined ? -1 : drawing.legal.indexOf(drawing.target);
        const count = drawing.legal.length;
        const next = drawing.legal[now < 0 ? (step > 0 ? 0 : count - 1) : (now + step + count) % count];
        if (next !== undefined) show({ ...drawing, target: next });
      },
      finish(target, at) {
        const { diagram, catalog, actions } = session.getState();
        const from = drawing?.from;
        cancel();
        if (from === undefined || target === undefined) return;
        const meant = meaningOf(linksBetween(diagram, catalog, from, target), from);
        const [only, ...more] = meant;
        if (!only) {
          if (target !== from) actions.notify({ tone: 'refused', text: refusal(diagram, catalog, from, target) ?? '' });
        } else if (more.length === 0) run(only);
        else setChoice({ connections: meant, at });
      },
      choose(connection) {
        setChoice(undefined);
        if (connection) run(connection);
      },
    }),
    [drawing, choice, session, show, cancel, run],
  );
}
