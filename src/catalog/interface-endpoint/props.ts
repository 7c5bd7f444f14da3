import * as z from 'zod/mini';
import { field, policyText, refs } from '../../model/field';
import { choice, flag } from '../../model/schema';
import { SecurityGroups } from '../network-fields';

/**
 * Network names of the services: the same as in `Operation.service`. Source: "AWS services that integrate with AWS
 * PrivateLink" (docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html).
 */
const SERVICES = [
  'sagemaker.runtime',
  'sagemaker.api',
  'aws.sagemaker.notebook',
  'aws.sagemaker.studio',
  'sagemaker.featurestore-runtime',
  'sagemaker.metrics',
  's3',
  'sts',
  'kms',
  'logs',
  'monitoring',
  'sns',
  'ecr.api',
  'ecr.dkr',
  'secretsmanager',
  'kinesis-streams',
  'events',
  'lambda',
  'execute-api',
  'apigateway',
  'elasticfilesystem',
  'elasticloadbalancing',
  'ec2',
  'ec2messages',
  'ssm',
  'ssmmessages',
  'sqs',
  'cloudtrail',
  'config',
  'git-codecommit',
  'codecommit',
  'bedrock-runtime',
] as const;

export const Props = z.strictObject({
  service: field(choice(SERVICES, 'sagemaker.runtime'), {
    title: 'Service',
    help: 'The short name: "sagemaker.runtime" stands for com.amazonaws.<Region>.sagemaker.runtime, and "aws.sagemaker.notebook" for aws.sagemaker.<Region>.notebook. Invoking needs sagemaker.runtime, managing needs sagemaker.api.',
    aws: 'ServiceName',
    immutable: true,
  }),
  subnets: refs('subnet', {
    title: 'Subnets',
    help: 'One network interface in each. Choose one subnet per Availability Zone that your clients run in.',
    aws: 'SubnetIds',
  }),
  securityGroups: field(SecurityGroups, {
    title: 'Security groups',
    help: 'Must admit TCP 443 from the clients. Empty = the default security group of the VPC.',
    aws: 'SecurityGroupIds',
    ref: 'security-group',
  }),
  privateDnsEnabled: field(flag(false), {
    title: 'Private DNS names',
    help: 'The public name of the service resolves to this endpoint. Off by default in CloudFormation, on by default in the console. The VPC needs DNS resolution and DNS hostnames.',
    aws: 'PrivateDnsEnabled',
  }),
  privateDnsOnlyForInboundResolver: field(flag(true), {
    title: 'Private name for on-premises clients only',
    help: 'Counts for S3 with private DNS: inside the VPC the name stays public and the gateway endpoint serves it, which must exist. Off = the private name answers inside the VPC too.',
    aws: 'DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint',
  }),
  policy: policyText({
    title: 'Endpoint policy',
    help: 'A filter on every request that passes. It grants nothing. Empty = full access.',
    aws: 'PolicyDocument',
  }),
});
export type Props = z.output<typeof Props>;
