import type { TimeFacet } from '../../engine/time/facets';

/** A deleted secret can be restored until its recovery window ends (DeleteSecret: 7 to 30 days). */
export function time(): TimeFacet {
  return {
    harms: {
      deleted: { action: 'secretsmanager:DeleteSecret', leaves: 'gone', undo: 'secretsmanager:RestoreSecret' },
    },
  };
}
