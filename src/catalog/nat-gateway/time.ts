import type { TimeFacet } from '../../engine/time/facets';

export function time(): TimeFacet {
  return { harms: { lost: { leaves: 'gone' } } };
}
