import { useConnection, useReactFlow } from '@xyflow/react';
import { lazy, Suspense, useEffect } from 'react';
import { refusal, linksBetween } from '../game/legal';
import { nodeOf } from '../game/tree';
import { Hidden } from '../kit/Hidden';
import { Kbd } from '../kit/Kbd';
import type { Session } from '../store/state';
import { useSessionStore } from '../store/use-session';
import css from './connect.module.css';
import { boxesOf, nodeAt } from './geometry';
import { meaningOf, type Connecting } from './use-connect';

const Chooser = lazy(async () => ({ default: (await import('./Chooser')).Chooser }));

/** What can be said of an edge before it is released. */
function preview(
  { diagram, catalog }: Session,
  from: string,
  target: string | undefined,
): { ok: boolean; text: string } | undefined {
  if (target === undefined || target === from) return undefined;
  const meant = meaningOf(linksBetween(diagram, catalog, from, target), from);
  const [first] = meant;
  if (!first) return { ok: false, text: refusal(diagram, catalog, from, target) ?? '' };
  if (meant.length > 1) return { ok: true, text: `${meant.length} connections are possible; you choose next.` };
  const name = (id: string) => nodeOf(diagram, id)?.name ?? id;
  return { ok: true, text: `${name(first.from)} ${first.link.label} ${name(first.to)}` };
}

/** Follows the drawn edge: finds the node below, and says what would happen, or why not. */
export function ConnectLayer({ connecting }: { readonly connecting: Connecting }) {
  const { drawing, choice } = connecting;
  return (
    <>
      {drawing?.how === 'drag' ? <DragHint connecting={connecting} from={drawing.from} /> : null}
      {drawing?.how === 'mode' ? <ModeHint connecting={connecting} /> : null}
      <Suspense fallback={null}>
        {choice ? <Chooser key={`${choice.at.x}/${choice.at.y}`} connecting={connecting} /> : null}
      </Suspense>
    </>
  );
}

function DragHint({ connecting, from }: { readonly connecting: Connecting; readonly from: string }) {
  const session = useSessionStore();
  const flow = useReactFlow();
  const at = useConnection((state) => (state.inProgress ? state.pointer : null));
  const canvas = useConnection((state) => (state.inProgress ? state.to : null));
  const state = session.getState();
  const target = canvas ? nodeAt(boxesOf(state.diagram, state.catalog), canvas)?.id : undefined;
  const { over } = connecting;
  useEffect(() => over(target), [over, target]);
  const words = preview(state, from, target);
  if (!at || !canvas || !words) return null;
  const zoom = flow.getZoom();
  const { x, y } = flow.getViewport();
  return (
    <div
      className={css.hint}
      data-ok={words.ok}
      style={{ left: canvas.x * zoom + x + 16, top: canvas.y * zoom + y + 16 }}
    >
      {words.text}
    </div>
  );
}

function ModeHint({ connecting }: { readonly connecting: Connecting }) {
  const session = useSessionStore();
  const state = session.getState();
  const { drawing } = connecting;
  if (!drawing) return null;
  const name = nodeOf(state.diagram, drawing.from)?.name ?? drawing.from;
  const words = preview(state, drawing.from, drawing.target);
  const count = drawing.legal.length;
  const text =
    words?.text ??
    (count === 0
      ? `There is nothing here that ${name} can be connected to.`
      : `Connect ${name} to one of ${count} possible targets.`);
  return (
    <div className={css.mode}>
      <span>{text}</span>
      <span className={css.keys}>
        <Kbd keys="Tab" /> next <Kbd keys="Enter" /> connect <Kbd keys="Esc" /> leave
      </span>
      <Hidden live>{text}</Hidden>
    </div>
  );
}
