import * as z from 'zod/mini';
import { field, policyText, ref } from '../../model/field';
import { choice, flag, text } from '../../model/schema';
import { certificateField } from '../certificates';
import { requestsPerMonth } from '../traffic-field';
import { WebAcl } from '../web-acl';

export const Props = z
  .strictObject({
    endpointType: field(choice(['EDGE', 'REGIONAL', 'PRIVATE'], 'EDGE'), {
      title: 'Endpoint type',
      help: 'EDGE answers through CloudFront, REGIONAL in this Region, PRIVATE only behind an interface endpoint for execute-api. It decides where the certificate must stand.',
      aws: 'EndpointConfiguration.Types',
    }),
    domainName: field(z._default(text(253), ''), {
      title: 'Custom domain',
      help: 'Empty = clients use the address that AWS gives, with its certificate.',
      aws: 'DomainName',
    }),
    certificate: certificateField(
      'For the custom domain. EDGE: of us-east-1. REGIONAL: of this Region.',
      'CertificateArn, RegionalCertificateArn',
    ),
    tlsPolicy: field(choice(['TLS_1_0', 'TLS_1_2'], 'TLS_1_2'), {
      title: 'TLS policy',
      help: 'The lowest version that the custom domain answers.',
      aws: 'SecurityPolicy',
    }),
    disableDefaultEndpoint: field(flag(false), {
      title: 'Close the default address',
      help: 'Otherwise clients can go past the custom domain, from TLS 1.0 on.',
      aws: 'DisableExecuteApiEndpoint',
    }),
    authorization: field(choice(['NONE', 'AWS_IAM', 'COGNITO_USER_POOLS', 'CUSTOM'], 'NONE'), {
      title: 'Authorisation',
      help: 'NONE serves everybody. AWS_IAM asks policies. With the others, a caller that signs here stands for one with a token.',
      aws: 'Method.AuthorizationType',
    }),
    policy: policyText({
      title: 'Resource policy',
      help: 'Limits who may call, from where. Empty = the authorisation alone decides.',
      aws: 'Policy',
    }),
    validateRequests: field(flag(false), {
      title: 'Validate requests',
      help: 'Refuses bodies that do not fit the model of the request, before anything behind is asked.',
      aws: 'Method.RequestValidatorId',
    }),
    function: ref('lambda-function', {
      title: 'Calls the function',
      help: 'Without a role, the function’s resource-based policy must admit apigateway.amazonaws.com.',
      aws: 'Integration.Uri',
    }),
    endpoint: ref('sagemaker-endpoint', {
      title: 'Calls the endpoint',
      help: 'Straight to the SageMaker Runtime API. The integration role must be allowed sagemaker:InvokeEndpoint.',
      aws: 'Integration.Uri',
    }),
    role: ref('role', {
      title: 'Integration role',
      help: 'API Gateway assumes it to call what is behind. Its trust policy names apigateway.amazonaws.com.',
      aws: 'Integration.Credentials',
    }),
    webAcl: WebAcl,
    accessLogs: ref('log-group', {
      title: 'Access logs to',
      help: 'Who called, when, and what came back. Off unless named.',
      aws: 'Stage.AccessLogSetting.DestinationArn',
    }),
    executionLogs: field(choice(['OFF', 'ERROR', 'INFO'], 'OFF'), {
      title: 'Execution logs',
      help: 'What happened inside the API: errors, or every step. They need the logging role.',
      aws: 'Stage.MethodSettings.LoggingLevel',
    }),
    cache: field(choice(['off', 'unencrypted', 'encrypted'], 'off'), {
      title: 'Cache of answers',
      help: 'Keeps answers for a while instead of asking again. What it keeps is data at rest, and not encrypted unless you say so.',
      aws: 'Stage.MethodSettings.CachingEnabled',
    }),
    logRole: ref('role', {
      title: 'Logging role',
      help: 'Set once for an account and a Region. API Gateway assumes it to write logs.',
      aws: 'Account.CloudWatchRoleArn',
    }),
    requestsPerMonth: requestsPerMonth('An estimate, for the cost and the simulated traffic.'),
  })
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
      if (props.function && props.endpoint) refuse('endpoint', 'The method calls a function or an endpoint, not both.');
      if (props.domainName !== '' && props.endpointType === 'PRIVATE')
        refuse('domainName', 'A private API has no custom domain here. Leave it empty.');
      if (props.domainName !== '' && !props.certificate) refuse('certificate', 'A custom domain needs a certificate.');
      if (props.disableDefaultEndpoint && props.domainName === '')
        refuse('disableDefaultEndpoint', 'Without a custom domain nothing would answer.');
    }),
  );
export type Props = z.output<typeof Props>;
