import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice, flag, text } from '../../model/schema';
import { certificateField } from '../certificates';
import { requestsPerMonth } from '../traffic-field';
import { WebAcl } from '../web-acl';

/** Security policies, and the lowest version of TLS that each answers. */
export const TLS_POLICIES = {
  TLSv1: '1.0',
  'TLSv1.1_2016': '1.1',
  'TLSv1.2_2019': '1.2',
  'TLSv1.2_2021': '1.2',
} as const;

export const Props = z
  .strictObject({
    domainName: field(z._default(text(253), ''), {
      title: 'Custom domain',
      help: 'Empty = clients use a name below cloudfront.net.',
      aws: 'Aliases',
    }),
    certificate: certificateField('Of us-east-1, wherever the rest stands.', 'ViewerCertificate.AcmCertificateArn'),
    minimumTls: field(choice(['TLSv1', 'TLSv1.1_2016', 'TLSv1.2_2019', 'TLSv1.2_2021'], 'TLSv1'), {
      title: 'Minimum TLS version',
      help: 'Counts with a certificate of your own. Without one CloudFront answers from TLS 1.0 on, whatever stands here.',
      aws: 'ViewerCertificate.MinimumProtocolVersion',
    }),
    viewerProtocol: field(choice(['allow-all', 'redirect-to-https', 'https-only'], 'allow-all'), {
      title: 'Viewers may use',
      help: 'allow-all answers plain HTTP.',
      aws: 'ViewerProtocolPolicy',
    }),
    defaultRootObject: field(z._default(text(255), ''), {
      title: 'Default root object',
      help: 'What a request for / gets. Without one, such a request goes to the root of the origin; a bucket whose policy allows it answers with a list of its objects.',
      aws: 'DefaultRootObject',
    }),
    balancer: ref('load-balancer', {
      title: 'Origin: load balancer',
      help: 'Internet-facing. Whoever knows its name can go past CloudFront.',
      aws: 'Origins.CustomOriginConfig',
    }),
    api: ref('api-gateway', {
      title: 'Origin: API',
      help: 'Its default address must be open.',
      aws: 'Origins.CustomOriginConfig',
    }),
    bucket: ref('bucket', {
      title: 'Origin: bucket',
      help: 'With origin access control the bucket can stay closed to everybody else.',
      aws: 'Origins.S3OriginConfig',
    }),
    originAccessControl: field(flag(false), {
      title: 'Origin access control',
      help: 'CloudFront signs its requests to the bucket. The bucket policy must admit cloudfront.amazonaws.com.',
      aws: 'Origins.OriginAccessControlId',
    }),
    originProtocol: field(choice(['https-only', 'match-viewer', 'http-only'], 'https-only'), {
      title: 'To the origin',
      help: 'For load balancers: HTTPS needs an HTTPS listener there.',
      aws: 'CustomOriginConfig.OriginProtocolPolicy',
    }),
    webAcl: WebAcl,
    accessLogs: ref('bucket', {
      title: 'Access logs to',
      help: 'Off unless named. The bucket policy must admit delivery.logs.amazonaws.com (as far as we know).',
      aws: 'Logging.Bucket',
    }),
    requestsPerMonth: requestsPerMonth('An estimate, for the cost and the simulated traffic.'),
  })
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
      if ([props.balancer, props.api, props.bucket].filter(Boolean).length > 1)
        refuse(props.bucket ? 'bucket' : 'api', 'There is one origin here. Choose one.');
      if (props.originAccessControl && !props.bucket && (props.balancer ?? props.api))
        refuse('originAccessControl', 'Origin access control is for buckets here.');
      if (props.domainName !== '' && !props.certificate) refuse('certificate', 'A custom domain needs a certificate.');
    }),
  );
export type Props = z.output<typeof Props>;
