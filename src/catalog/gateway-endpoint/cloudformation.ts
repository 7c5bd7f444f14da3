import type { FacetContext, NodeOf } from '../../engine/facets';
import { type CloudFormation, defineTemplate, reference } from '../cloudformation';
import { ENDPOINT, endpointReader, endpointResource } from '../endpoint-template';
import type { Props } from './props';

export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  return endpointResource(node, 'Gateway', { RouteTableIds: node.props.routeTables.map(reference) }, context);
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    [ENDPOINT]: endpointReader<Props>('Gateway', (reading) => ({ routeTables: reading.refs('RouteTableIds') })),
  },
});
