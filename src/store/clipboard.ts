import type { KindCatalog } from '../catalog/kind';
import { copyOf } from '../game/commands/paste';
import { Diagram, LIMITS, type NodeId } from '../model/diagram';
import { faultOf } from '../model/json-limits';

const FORMAT = 'perimeter-clip';

/** Text for the system clipboard, so that copies travel between scenarios, tabs and people. */
export function clipText(diagram: Diagram, catalog: KindCatalog, ids: readonly NodeId[]): string {
  return JSON.stringify({ format: FORMAT, diagram: copyOf(diagram, catalog, ids) });
}

/** A part of a diagram from clipboard text; `undefined` when it is anything else. */
export function readClip(text: string): Diagram | undefined {
  if (text.length > LIMITS.fileBytes || !text.includes(FORMAT)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (faultOf(value) || value === null || typeof value !== 'object') return undefined;
  const { format, diagram } = value as { format?: unknown; diagram?: unknown };
  const read = Diagram.safeParse(diagram);
  return format === FORMAT && read.success ? read.data : undefined;
}
