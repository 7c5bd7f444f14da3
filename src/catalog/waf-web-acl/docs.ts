import type { DocLink } from '../kind';

export const docs: readonly DocLink[] = [
  {
    title: 'AWS WAF',
    url: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html',
  },
  {
    title: 'AWS Managed Rules rule groups list',
    url: 'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html',
  },
  {
    title: 'AWS::WAFv2::WebACL',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-wafv2-webacl.html',
  },
];
