import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import { groupsOrDefault } from '../network-fields';
import { writtenPolicy } from '../policies';
import { cost } from './cost';
import type { Props } from './props';

/** Services with gateway endpoints as well as interface endpoints: only they can split their private name. */
const HAS_BOTH_KINDS: ReadonlySet<string> = new Set(['s3']);
/** "Connect to SageMaker AI within your VPC": its private name needs an endpoint in the zone of the client. */
const ZONAL: ReadonlySet<string> = new Set(['sagemaker.runtime']);

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('vpc-endpoint', node, context),
  cost,
  network(node, context) {
    const { id, props } = node;
    const vpc = context.enclosing(id, 'vpc')?.id;
    const policy = writtenPolicy(node, 'endpoint policy', 'policy', props.policy);
    return {
      role: 'interface-endpoint',
      ...(vpc !== undefined && { vpc }),
      serves: props.service,
      subnets: props.subnets,
      securityGroups: groupsOrDefault(id, props.securityGroups, context),
      privateDns: props.privateDnsEnabled,
      ...(HAS_BOTH_KINDS.has(props.service) && {
        inboundResolverOnly: props.privateDnsOnlyForInboundResolver,
      }),
      zonalName: ZONAL.has(props.service),
      ...(policy && { policy }),
    };
  },
};
