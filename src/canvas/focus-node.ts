import type { NodeId } from '../model/diagram';

/** How often to look for a node that is drawn a moment later. */
const TRIES = 10;

/** Gives the focus to a node of the canvas as soon as it is drawn; to the canvas itself when it is not in view. */
export function focusNode(id: NodeId, tries = TRIES): void {
  requestAnimationFrame(() => {
    const node = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    if (!node && tries > 0) return focusNode(id, tries - 1);
    (node ?? document.querySelector<HTMLElement>('[data-canvas]'))?.focus();
  });
}
