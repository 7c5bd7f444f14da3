import type { TimeFacet } from '../../engine/time/facets';

export function time(): TimeFacet {
  return {
    harms: {
      stopped: { action: 'cloudtrail:StopLogging', leaves: { isLogging: false }, undo: 'cloudtrail:StartLogging' },
      deleted: { action: 'cloudtrail:DeleteTrail', leaves: 'gone' },
    },
  };
}
