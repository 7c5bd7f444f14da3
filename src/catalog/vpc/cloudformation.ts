import type { NodeOf } from '../../engine/facets';
import { type CloudFormation, defineTemplate, nameTag } from '../cloudformation';
import type { Props } from './props';

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: 'AWS::EC2::VPC',
    Properties: {
      CidrBlock: props.cidr,
      EnableDnsSupport: props.enableDnsSupport,
      EnableDnsHostnames: props.enableDnsHostnames,
      Tags: nameTag(name),
    },
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  companions: { DefaultSecurityGroup: 'defaultSecurityGroup', DefaultNetworkAcl: 'defaultNetworkAcl' },
  nodes: {
    'AWS::EC2::VPC': {
      props: (reading) => ({
        cidr: reading.text('CidrBlock'),
        enableDnsSupport: reading.flag('EnableDnsSupport'),
        enableDnsHostnames: reading.flag('EnableDnsHostnames'),
      }),
    },
  },
  parts: {
    'AWS::EC2::VPCCidrBlock': {
      of: ['VpcId'],
      add: (reading) =>
        reading.has('CidrBlock') ? 'A VPC has one IPv4 range here.' : 'IPv6 ranges are not simulated.',
    },
  },
});
