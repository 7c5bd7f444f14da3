import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Secret encryption and decryption in AWS Secrets Manager',
    url: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html',
  },
  {
    title: 'Rotate AWS Secrets Manager secrets',
    url: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html',
  },
  {
    title: 'Using an AWS Secrets Manager VPC endpoint',
    url: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html',
  },
];
