import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Encryption at rest',
    url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html',
  },
  {
    title: 'Preventing image tags from being overwritten in Amazon ECR',
    url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
  },
  {
    title: 'Amazon ECR interface VPC endpoints',
    url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
  },
];
