import type { RefObject } from 'react';
import { paste } from '../game/commands/paste';
import { nodeOf, nodesOf } from '../game/tree';
import type { Diagram } from '../model/diagram';
import { clipText, readClip } from '../store/clipboard';
import type { SessionStore } from '../store/session';
import type { Session } from '../store/state';
import { GRID } from './geometry';
import { isTyping } from './pointer';
import { removeSelected } from './remove-selected';

function pasteClip({ diagram, selection, actions }: Session, clip: Diagram): void {
  const tops = nodesOf(clip).filter((node) => node.parent === undefined || !nodeOf(clip, node.parent));
  const home = tops[0]?.parent;
  const [picked] = selection;
  const parent = home !== undefined && nodeOf(diagram, home) ? home : undefined;
  const outcome = actions.run((now, catalog) => {
    const offset = { x: 3 * GRID, y: 3 * GRID };
    const first = paste(now, catalog, { diagram: clip, offset, ...(parent === undefined ? {} : { parent }) });
    // From another diagram: the selected container is the second guess.
    return first.ok || picked === undefined || picked === parent
      ? first
      : paste(now, catalog, { diagram: clip, offset, parent: picked });
  });
  if (outcome.ok && outcome.created) actions.select(outcome.created);
}

export function duplicate(state: Session): void {
  const clip = readClip(clipText(state.diagram, state.catalog, state.selection));
  if (clip && state.selection.length > 0) pasteClip(state, clip);
}

/** Copy, cut and paste while the canvas has the focus. The answer stops that. */
export function listenToClipboard(session: SessionStore, frame: RefObject<HTMLElement | null>): () => void {
  const here = () => frame.current?.contains(document.activeElement) === true && !isTyping(document.activeElement);
  const listening = new AbortController();
  const { signal } = listening;
  const onCopy = (event: ClipboardEvent) => {
    const { diagram, catalog, selection } = session.getState();
    if (!here() || selection.length === 0) return;
    event.clipboardData?.setData('text/plain', clipText(diagram, catalog, selection));
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { signal });
  document.addEventListener(
    'cut',
    (event) => {
      if (!here()) return;
      onCopy(event);
      if (event.defaultPrevented) removeSelected(session.getState(), undefined);
    },
    { signal },
  );
  document.addEventListener(
    'paste',
    (event) => {
      const clip = here() ? readClip(event.clipboardData?.getData('text/plain') ?? '') : undefined;
      if (!clip) return;
      event.preventDefault();
      pasteClip(session.getState(), clip);
    },
    { signal },
  );
  return () => listening.abort();
}
