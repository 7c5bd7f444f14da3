import type { FacetContext } from '../engine/facets';
import type { NodeId } from '../model/diagram';
import type { Json } from '../model/json';
import { nameInTemplate, type Reading, reference } from './cloudformation';
import { idAt } from './neighbour';

const VARIANT = 'AllTraffic';

export interface Dimension {
  readonly [key: string]: Json;
  readonly Name: string;
  readonly Value: Json;
}

/**
 * Dimensions are names. An endpoint and Model Monitor name the endpoint differently; a batch has none. Whoever publishes
 * metrics of their own chooses: here, none.
 */
export function dimensionsOf(source: NodeId | undefined, context: FacetContext): readonly Dimension[] | undefined {
  const named = (Name: string, id: NodeId | undefined): Dimension[] =>
    id === undefined ? [] : [{ Name, Value: nameInTemplate(id, context) ?? '' }];
  if (context.hasTrait(source, 'sagemaker-endpoint'))
    return [...named('EndpointName', source), { Name: 'VariantName', Value: VARIANT }];
  if (source && context.hasTrait(source, 'certificate')) return [{ Name: 'CertificateArn', Value: reference(source) }];
  if (context.hasTrait(source, 'event-source')) return named('StreamName', source);
  // A metric filter without dimensions of its own.
  if (context.hasTrait(source, 'log-group')) return [];
  if (!context.hasTrait(source, 'sagemaker-monitoring-schedule')) return undefined;
  const watched = idAt(context.node(source), 'endpoint');
  const endpoint = context.hasTrait(watched, 'sagemaker-endpoint') ? watched : undefined;
  return [...named('Endpoint', endpoint), ...named('MonitoringSchedule', source)];
}

/** Where the value of a dimension stands. */
export interface Place {
  readonly reading: Reading;
  readonly path: string;
}

/** The dimension that says most names the source: a schedule before its endpoint. */
export function readDimensions(named: ReadonlyMap<string, Place>): NodeId | undefined {
  const at = (name: string) => named.get(name);
  const variant = at('VariantName');
  if (variant && variant.reading.text(variant.path) !== VARIANT)
    variant.reading.skip(variant.path, 'There is one variant here.');
  const [schedule, endpoint] = [at('MonitoringSchedule'), at('Endpoint') ?? at('EndpointName')];
  const source = schedule?.reading.ref(schedule.path);
  if (source !== undefined) endpoint?.reading.text(endpoint.path);
  const other = endpoint ?? at('CertificateArn') ?? at('StreamName');
  return source ?? other?.reading.ref(other.path);
}
