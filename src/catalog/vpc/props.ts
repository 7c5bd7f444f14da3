import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { flag } from '../../model/schema';
import { cidr } from '../network-fields';

export const Props = z.strictObject({
  cidr: field(z._default(cidr(), '10.0.0.0/16'), {
    title: 'IPv4 range',
    help: 'Between /16 and /28. Every subnet takes a part of it.',
    aws: 'CidrBlock',
    control: 'cidr',
    immutable: true,
  }),
  enableDnsSupport: field(flag(true), {
    title: 'DNS resolution',
    help: 'The Amazon DNS server answers inside the VPC. Private DNS names of endpoints need it.',
    aws: 'EnableDnsSupport',
  }),
  enableDnsHostnames: field(flag(false), {
    title: 'DNS hostnames',
    help: 'Off in a VPC that you make yourself. Private DNS names of endpoints need it as well as DNS resolution.',
    aws: 'EnableDnsHostnames',
  }),
  mainRouteTable: ref('route-table', {
    title: 'Main route table',
    help: 'Used by every subnet that names no route table of its own.',
  }),
  defaultSecurityGroup: ref('security-group', {
    title: 'Default security group',
    help: 'Used by every interface that names no security group.',
    aws: 'DefaultSecurityGroup',
  }),
  defaultNetworkAcl: ref('network-acl', {
    title: 'Default network ACL',
    help: 'Used by every subnet that names no network ACL.',
    aws: 'DefaultNetworkAcl',
  }),
});
export type Props = z.output<typeof Props>;
