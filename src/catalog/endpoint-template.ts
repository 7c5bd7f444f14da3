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

/**
 * "AWS services that integrate with AWS PrivateLink": most are `com.amazonaws.<Region>.<service>`; those of the domain
 * `aws` are `aws.<service>.<Region>.<part>`, here `aws.<service>.<part>`.
 */
function fullName(service: string, region: string): string {
  return service.startsWith('aws.')
    ? service.replace(/^(aws\.[^.]+)\./, `$1.${region}.`)
    : `com.amazonaws.${region}.${service}`;
}

function shortName(name: string, region: string): string {
  return name.startsWith('aws.') ? name.replace(`.${region}.`, '.') : name.replace(`com.amazonaws.${region}.`, '');
}

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
      ServiceName: fullName(node.props.service, context.account.region),
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
    props(reading, { account }) {
      const service = reading.text('ServiceName');
      return {
        ...own(reading),
        service: service === undefined ? undefined : shortName(service, account.region),
        policy: reading.policy('PolicyDocument'),
      };
    },
  };
}
