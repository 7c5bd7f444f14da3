import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'Cross-account policy evaluation logic',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
  },
  {
    title: 'Cross account resource access in IAM',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies-cross-account-resource-access.html',
  },
  {
    title: 'AWS Organizations terminology and concepts',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_getting-started_concepts.html',
  },
];
