import type { WholeCatalog } from '../catalog/kind';
import type { Checks } from '../engine/check';

/** What a diagram is judged with. */
export interface Rules {
  readonly catalog: WholeCatalog;
  readonly checks: Checks;
}
