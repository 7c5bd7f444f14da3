import * as z from 'zod/mini';
import { field, ref, refs } from '../../model/field';
import { choice, flag, int } from '../../model/schema';
import { certificateField } from '../certificates';
import { SecurityGroups } from '../network-fields';
import { WebAcl } from '../web-acl';

/** Predefined security policies, and the lowest version of TLS that each answers. */
export const TLS_POLICIES = {
  'ELBSecurityPolicy-2016-08': '1.0',
  'ELBSecurityPolicy-TLS13-1-2-2021-06': '1.2',
  'ELBSecurityPolicy-TLS13-1-3-2021-06': '1.3',
} as const;
const NAMES = [
  'ELBSecurityPolicy-2016-08',
  'ELBSecurityPolicy-TLS13-1-2-2021-06',
  'ELBSecurityPolicy-TLS13-1-3-2021-06',
] as const;

export const Props = z
  .strictObject({
    scheme: field(choice(['internet-facing', 'internal'], 'internet-facing'), {
      title: 'Scheme',
      help: 'Internet-facing nodes get public addresses, and their subnets need a route to an internet gateway.',
      aws: 'Scheme',
      immutable: true,
    }),
    subnets: refs('subnet', {
      title: 'Subnets',
      help: 'At least two, in different Availability Zones.',
      aws: 'Subnets',
    }),
    securityGroups: field(SecurityGroups, {
      title: 'Security groups',
      help: 'Must admit the clients on the listener’s port.',
      aws: 'SecurityGroups',
      ref: 'security-group',
    }),
    protocol: field(choice(['HTTP', 'HTTPS'], 'HTTP'), {
      title: 'Listener',
      help: 'HTTPS on port 443 ends TLS here, with a certificate. HTTP on port 80 is plain.',
      aws: 'Listener.Protocol',
    }),
    redirectHttp: field(flag(false), {
      title: 'Redirect HTTP',
      help: 'A second listener on port 80 sends clients on to HTTPS.',
      aws: 'DefaultActions.RedirectConfig',
    }),
    certificate: certificateField('Of the Region of the load balancer.', 'Certificates.CertificateArn'),
    tlsPolicy: field(choice(NAMES, 'ELBSecurityPolicy-2016-08'), {
      title: 'TLS policy',
      help: 'The default of the API still answers TLS 1.0. The console proposes one that begins at 1.2.',
      aws: 'SslPolicy',
    }),
    servers: refs('ec2-instance', {
      title: 'Servers',
      help: 'Their security groups must admit the load balancer on the target port.',
      aws: 'Targets',
    }),
    targetPort: field(z._default(int(1, 65_535), 80), {
      title: 'Target port',
      help: 'Where the servers listen.',
      aws: 'TargetGroup.Port',
    }),
    targetProtocol: field(choice(['HTTP', 'HTTPS'], 'HTTP'), {
      title: 'To the targets',
      help: 'HTTPS encrypts this hop too. The load balancer does not check the certificate of the server.',
      aws: 'TargetGroup.Protocol',
    }),
    function: ref('lambda-function', {
      title: 'Function',
      help: 'Instead of servers. Its resource-based policy must admit elasticloadbalancing.amazonaws.com.',
      aws: 'Targets',
    }),
    webAcl: WebAcl,
    accessLogs: ref('bucket', {
      title: 'Access logs to',
      help: 'Off unless named. The bucket must be encrypted with SSE-S3, and its policy must admit the log delivery of the service.',
      aws: 'LoadBalancerAttributes access_logs.s3',
    }),
    deletionProtection: field(flag(false), {
      title: 'Deletion protection',
      help: 'Nobody deletes it until somebody switches this off.',
      aws: 'LoadBalancerAttributes deletion_protection.enabled',
    }),
    dropInvalidHeaders: field(flag(false), {
      title: 'Drop invalid headers',
      help: 'Header fields with a name that HTTP does not allow are removed.',
      aws: 'LoadBalancerAttributes routing.http.drop_invalid_header_fields.enabled',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
      const https = props.protocol === 'HTTPS';
      // A new one, still unconnected, has no mistakes yet.
      if (https && !props.certificate && props.subnets.length > 0)
        refuse('certificate', 'An HTTPS listener needs a certificate.');
      if (!https && props.certificate) refuse('protocol', 'A certificate needs an HTTPS listener.');
      if (!https && props.redirectHttp) refuse('redirectHttp', 'There is no HTTPS listener to send clients to.');
      if (props.function && props.servers.length > 0)
        refuse('function', 'A target group holds servers or one function, not both.');
    }),
  );
export type Props = z.output<typeof Props>;
