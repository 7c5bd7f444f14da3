import type { TimeFacet } from '../../engine/time/facets';

/** An endpoint that runs keeps its model: only what starts anew misses it (DeleteModel). */
export function time(): TimeFacet {
  return { harms: { deleted: { action: 'sagemaker:DeleteModel', leaves: 'gone', undo: 'sagemaker:CreateModel' } } };
}
