import type { TimeFacet } from '../../engine/time/facets';

export function time(): TimeFacet {
  return { harms: { deleted: { action: 'ecr:DeleteRepository', leaves: 'gone' } } };
}
