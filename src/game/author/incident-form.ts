import * as z from 'zod/mini';
import { formOf, type FormField } from '../../catalog/form-model';
import { Incident, type IncidentKind } from '../../model/incident';

/** The fields of one kind of incident, without the kind itself. */
export function incidentForm(kind: IncidentKind): readonly FormField[] {
  const schema = Incident.def.options.find(
    (option) => option instanceof z.ZodMiniObject && option.shape.kind.def.values[0] === kind,
  );
  return schema instanceof z.ZodMiniObject ? formOf(schema).filter(({ key }) => key !== 'kind') : [];
}
