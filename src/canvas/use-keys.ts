import { useReactFlow } from '@xyflow/react';
import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import { moveNodes } from '../game/commands/move';
import { nodeOf, nodesOf, subtreeOf } from '../game/tree';
import type { Diagram, NodeId } from '../model/diagram';
import type { Session } from '../store/state';
import { useSessionStore } from '../store/use-session';
import { GRID } from './geometry';
import { FIT, glide, isTyping } from './pointer';
import { removeSelected } from './remove-selected';
import type { FlowEdge, FlowNode } from './to-flow';
import type { Connecting } from './use-connect';

const STEP = 2 * GRID;
const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** Selected nodes that may move by themselves: not locked, and not carried by a selected container. */
function movable(diagram: Diagram, selection: readonly NodeId[]) {
  const chosen = new Set(selection);
  return selection.flatMap((id) => {
    const node = nodeOf(diagram, id);
    if (!node || node.locked) return [];
    const carried = [...chosen].some((other) => other !== id && subtreeOf(diagram, [other]).has(id));
    return carried ? [] : [node];
  });
}

export function nudge({ diagram, selection, actions }: Session, by: { readonly x: number; readonly y: number }): void {
  const moves = movable(diagram, selection).map(({ id, position }) => ({
    id,
    position: { x: position.x + by.x, y: position.y + by.y },
  }));
  if (moves.length > 0)
    actions.run((now, catalog) => moveNodes(now, catalog, { moves }), `nudge ${selection.join(' ')}`);
}

/** Copying and pasting comes behind the canvas: nobody needs it for the first stroke. */
const fetchClip = () => import('./clip');

interface Keys {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly connecting: Connecting;
  readonly edges: readonly FlowEdge[];
  readonly selectedEdge: FlowEdge | undefined;
  readonly pickEdge: (edge: FlowEdge | undefined) => void;
  readonly reveal: (selector: string) => void;
}

/** What a key on the canvas is about: the node or the edge that has the focus. */
function focusedAt(target: EventTarget): { readonly node?: NodeId; readonly edge?: string } {
  const place = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-id]') : null;
  const id = place?.dataset['id'];
  if (id === undefined) return {};
  if (place?.matches('.react-flow__node')) return { node: id };
  return place?.matches('.react-flow__edge') ? { edge: id } : {};
}

/** The keyboard of the canvas. What it handles goes no further, so that the page around it may have its own. */
export function useKeys({ frame, connecting, edges, selectedEdge, pickEdge, reveal }: Keys) {
  const session = useSessionStore();
  const flow = useReactFlow<FlowNode, FlowEdge>();

  useEffect(() => {
    let stop = (): void => undefined;
    let current = true;
    fetchClip().then(
      ({ listenToClipboard }) => {
        if (current) stop = listenToClipboard(session, frame);
      },
      () => undefined,
    );
    return () => {
      current = false;
      stop();
    };
  }, [session, frame]);

  return (event: KeyboardEvent<HTMLDivElement>) => {
    if (isTyping(event.target) || event.defaultPrevented) return;
    const focus = focusedAt(event.target);
    const focusedEdge = edges.find(({ id }) => id === focus.edge);
    const now = session.getState();
    // The focus ring says what a key is about; within the selection it is about all of it.
    const state =
      focus.node === undefined || now.selection.includes(focus.node) ? now : { ...now, selection: [focus.node] };
    const { actions, selection, diagram } = state;
    const mod = event.metaKey || event.ctrlKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const onControl =
      (event.target as Element).closest('button, [role="dialog"], [role="menu"]') !== null && focus.node === undefined;
    const handled = mod ? withModifier() : onControl ? false : connecting.drawing ? whileConnecting() : plain();
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }

    function withModifier(): boolean {
      if (key === 'z') (event.shiftKey ? actions.redo : actions.undo)();
      else if (key === 'y') actions.redo();
      else if (key === 'a') actions.select(nodesOf(diagram).map((node) => node.id));
      else if (key === 'd') void fetchClip().then(({ duplicate }) => duplicate(state));
      else return false;
      return true;
    }

    function whileConnecting(): boolean {
      const { drawing } = connecting;
      if (key === 'Escape') connecting.cancel();
      else if (key === 'Tab' && drawing && drawing.legal.length > 0) connecting.cycle(event.shiftKey ? -1 : 1);
      else if (key === 'Enter' && drawing?.target !== undefined) {
        const node = flow.getInternalNode(drawing.target);
        const place = node?.internals.positionAbsolute ?? { x: 0, y: 0 };
        const at = { x: place.x + (node?.width ?? 0) / 2, y: place.y + (node?.height ?? 0) / 2 };
        connecting.finish(drawing.target, flow.flowToScreenPosition(at));
      } else return false;
      return true;
    }

    function plain(): boolean {
      const arrow = ARROWS[key];
      if (arrow) {
        if (selection.length === 0) return false;
        const far = event.shiftKey ? 4 : 1;
        if (state !== now) actions.select(selection);
        nudge(state, { x: arrow.x * far, y: arrow.y * far });
        if (focus.node !== undefined) reveal(`.react-flow__node[data-id="${CSS.escape(focus.node)}"]`);
      } else if ((key === 'Enter' || key === ' ') && focus.node !== undefined) {
        pickEdge(undefined);
        const more = event.shiftKey ? now.selection.filter((id) => id !== focus.node) : [];
        actions.select([...more, focus.node]);
      } else if ((key === 'Enter' || key === ' ') && focusedEdge) pickEdge(focusedEdge);
      else if (key === 'Delete' || key === 'Backspace') {
        removeSelected(state, focusedEdge ?? selectedEdge);
        frame.current?.focus();
      } else if (key === 'Escape') {
        if (now.selection.length === 0 && !selectedEdge) return false;
        pickEdge(undefined);
        actions.select(focusedEdge ? [focusedEdge.source] : []);
        if (focusedEdge) focusOn(`.react-flow__node[data-id="${CSS.escape(focusedEdge.source)}"]`);
      } else if (key === 'c') {
        const [from] = selection;
        if (from !== undefined) connecting.begin(from, 'mode');
      } else if (key === 'e') focusNextEdge();
      else if (event.shiftKey && event.code === 'Digit1') void flow.fitView({ ...FIT, duration: glide() });
      else if (event.shiftKey && event.code === 'Digit2') {
        void flow.fitView({ nodes: selection.map((id) => ({ id })), padding: 0.3, maxZoom: 1.25, duration: glide() });
      } else if (key === '+' || key === '=') void flow.zoomIn({ duration: glide() });
      else if (key === '-') void flow.zoomOut({ duration: glide() });
      else return false;
      return true;
    }

    function focusOn(selector: string): void {
      frame.current?.querySelector<HTMLElement>(selector)?.focus();
    }

    /** Only the edges of the selection can have the focus: a large drawing has hundreds. */
    function focusNextEdge(): void {
      if (state !== now) actions.select(selection);
      // They can have the focus once they are drawn as such.
      requestAnimationFrame(() => {
        const all = [...(frame.current?.querySelectorAll<SVGElement>('.react-flow__edge[tabindex="0"]') ?? [])];
        const at = all.findIndex((one) => one === document.activeElement);
        all[(at + 1) % all.length]?.focus();
      });
    }
  };
}
