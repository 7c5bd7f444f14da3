import type { Facets } from '../../engine/facets';
import { ec2Arn } from '../arn';
import type { Props } from './props';

export const facets: Facets<Props> = {
  arn: (node, context) => ec2Arn('vpc', node, context),
  network: ({ props }) => ({
    role: 'vpc',
    cidr: props.cidr,
    dnsSupport: props.enableDnsSupport,
    dnsHostnames: props.enableDnsHostnames,
    ...(props.mainRouteTable !== undefined && { mainRouteTable: props.mainRouteTable }),
    ...(props.defaultSecurityGroup !== undefined && { defaultSecurityGroup: props.defaultSecurityGroup }),
    ...(props.defaultNetworkAcl !== undefined && { defaultAcl: props.defaultNetworkAcl }),
  }),
};
