import type { FacetContext } from '../engine/facets';
import type { NodeId } from '../model/diagram';
import type { Json } from '../model/json';
import {
  type CloudFormation,
  insideVpc,
  type NodeReader,
  present,
  type Reading,
  type ReadProps,
  writtenDocument,
} from './cloudformation';

export const ENDPOINT = 'AWS::EC2::VPCEndpoint';

interface Endpoint {
  readonly service: string;
  readonly policy: string;
}

/** An endpoint of either type; `own` are the properties that only this type has. */
export function endpointResource(
  node: { readonly id: NodeId; readonly name: string; readonly props: Endpoint },
  type: 'Gateway' | 'Interface',
  own: { readonly [property: string]: Json | undefined },
  context: FacetContext,
): CloudFormation {
  const { VpcId, Tags } = insideVpc(node, context);
  return {
    Type: ENDPOINT,
    Properties: present({
      VpcEndpointType: type,
      VpcId,
      ServiceName: `com.amazonaws.${context.account.region}.${node.props.service}`,
      ...own,
      PolicyDocument: writtenDocument(node.props.policy),
      Tags,
    }),
  };
}

export function endpointReader<P extends Endpoint>(
  type: 'Gateway' | 'Interface',
  own: (reading: Reading) => ReadProps<P>,
): NodeReader<P> {
  return {
    when: (reading) => (reading.text('VpcEndpointType') ?? 'Gateway') === type,
    in: ['VpcId'],
    essential: ['service'],
    props: (reading, { account }) => ({
      ...own(reading),
      service: reading.text('ServiceName')?.replace(`com.amazonaws.${account.region}.`, ''),
      policy: reading.policy('PolicyDocument'),
    }),
  };
}
