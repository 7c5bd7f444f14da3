import { disconnect } from '../game/commands/connect';
import { remove } from '../game/commands/remove';
import type { Session } from '../store/state';
import type { FlowEdge } from './to-flow';

/** Removes the selected edge or the selected nodes. */
export function removeSelected({ selection, actions }: Session, edge: FlowEdge | undefined): void {
  if (edge?.data) {
    const { field } = edge.data;
    actions.run((now, catalog) => disconnect(now, catalog, { from: edge.source, field }));
  } else if (selection.length > 0) actions.run((now, catalog) => remove(now, catalog, { ids: selection }));
}
