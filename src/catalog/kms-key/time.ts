import type { TimeFacet } from '../../engine/time/facets';

export function time(): TimeFacet {
  return {
    harms: {
      disabled: { action: 'kms:DisableKey', leaves: { enabled: false }, undo: 'kms:EnableKey' },
      'deletion-scheduled': {
        action: 'kms:ScheduleKeyDeletion',
        leaves: { pendingDeletion: true },
        undo: 'kms:CancelKeyDeletion',
      },
      // Empty = the default key policy: the account alone, no service in its own name.
      'closed-to-services': { action: 'kms:PutKeyPolicy', leaves: { keyPolicy: '' }, undo: 'kms:PutKeyPolicy' },
    },
  };
}
