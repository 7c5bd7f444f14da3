import type { TimeFacet } from '../../engine/time/facets';

export function time(): TimeFacet {
  return { harms: { deleted: { action: 'ec2:DeleteVolume', leaves: 'gone' } } };
}
