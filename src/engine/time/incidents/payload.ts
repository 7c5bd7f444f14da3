import type { Incident } from '../../../model/incident';
import { CALM, type Payload } from '../payload';

export type PayloadIncident = Extract<
  Incident,
  { readonly kind: 'feature-schema-change' | 'input-drift' | 'concept-drift' | 'bias-drift' }
>;

export const PAYLOAD_KINDS: readonly string[] = ['feature-schema-change', 'input-drift', 'concept-drift', 'bias-drift'];

/** What requests carry during the incident. `features` = those of the business; the first one unless it is named. */
export function payloadOf(incident: PayloadIncident, features: readonly string[]): Payload {
  switch (incident.kind) {
    case 'feature-schema-change': {
      const feature = incident.feature ?? features[0] ?? '';
      const { accuracyDrop } = incident;
      if (incident.change === 'missing') return { ...CALM, accuracyDrop, missing: new Set([feature]) };
      if (incident.change === 'type') return { ...CALM, accuracyDrop, mistyped: new Set([feature]) };
      return { ...CALM, accuracyDrop, extra: true };
    }
    case 'input-drift': {
      const feature = incident.feature ?? features[0] ?? '';
      return { ...CALM, accuracyDrop: incident.accuracyDrop, shifts: new Map([[feature, incident.shift]]) };
    }
    case 'concept-drift':
      return { ...CALM, accuracyDrop: incident.accuracyDrop };
    case 'bias-drift':
      return { ...CALM, gap: incident.gap };
  }
}
