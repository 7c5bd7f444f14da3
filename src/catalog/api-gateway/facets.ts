import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { Refusal } from '../../engine/refusal-facets';
import type { DoorFacet, Operation, RequestSpec, Signer } from '../../engine/request/facets';
import { apiOperations } from '../api';
import { certificateRefusals } from '../certificates';
import { delivery } from '../deliveries';
import { nameOf } from '../neighbour';
import { writtenPolicy } from '../policies';
import { HOURS_PER_MONTH } from '../prices';
import { forwardRequest, slot } from '../web';
import { filterOf, webAclRefusals } from '../web-acl';
import { API } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';

type Api = NodeOf<Props>;

const APIGATEWAY = 'apigateway.amazonaws.com';
/** What a token pool or an authorizer of one's own does: whoever of this account signs is known, and nobody else. */
function knownCallers({ account }: FacetContext): string {
  const Condition = { StringEquals: { 'aws:PrincipalAccount': account.id } };
  const Statement = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*', Condition };
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

/** AWS generates the id of an API; the node's own stands in for it. */
function arnOf({ id }: Api, { account }: FacetContext): string {
  return `arn:aws:apigateway:${account.region}::/restapis/${id}`;
}

function invokeArn({ id }: Api, { account }: FacetContext, path: string): string {
  return `arn:aws:execute-api:${account.region}:${account.id}:${id}/${path}`;
}

function refusals({ props }: Api, context: FacetContext): readonly Refusal[] {
  const { region } = context.account;
  const edge = props.endpointType === 'EDGE';
  const certificate = certificateRefusals(context.node(props.certificate), {
    door: edge ? 'An edge-optimised API' : 'A Regional API',
    region: edge ? 'us-east-1' : region,
    accountRegion: region,
    domain: props.domainName,
  });
  return [
    ...certificate,
    ...webAclRefusals(props.webAcl, 'REGIONAL', context),
    ...(props.endpointType === 'PRIVATE' && props.policy.trim() === ''
      ? [
          {
            field: 'policy',
            message: 'A private API answers nobody until its resource policy admits VPCs or endpoints.',
          },
        ]
      : []),
    ...(props.executionLogs !== 'OFF' && !props.logRole
      ? [{ field: 'logRole', message: 'Execution logs need the logging role of the account. Name one.' }]
      : []),
  ];
}

/**
 * "Creating a private API": only from a VPC, through an endpoint for execute-api, and nobody before its resource policy
 * admits them. With private DNS names that endpoint takes the names of public APIs too, edge-optimised custom domains aside.
 */
function answers({ endpointType, domainName }: Props): Pick<Operation, 'answers'> {
  if (endpointType === 'PRIVATE') return { answers: 'endpoint' };
  return endpointType === 'EDGE' && domainName !== '' ? {} : { answers: 'public' };
}

function operations(node: Api, context: FacetContext): readonly Operation[] {
  const { authorization, policy } = node.props;
  const [refused] = refusals(node, context);
  const api = { prefix: 'apigateway', resourceType: API, resource: arnOf(node, context) };
  return [
    // Calls of an API leave no CloudTrail record; its access logs have them.
    {
      action: 'execute-api:Invoke',
      resource: invokeArn(node, context, 'prod/POST/'),
      service: 'execute-api',
      ...answers(node.props),
      open: authorization === 'NONE' && policy.trim() === '' && node.props.endpointType !== 'PRIVATE',
      ...(refused && { refused: refused.message }),
    },
    ...apiOperations(api, ['PATCH', 'DELETE']),
  ];
}

function requests(node: Api, context: FacetContext): readonly RequestSpec[] {
  const { props } = node;
  const assumed = (role: string | undefined): Signer => ({ type: 'identity', node: role, service: APIGATEWAY });
  const own: Signer = { type: 'service', principal: APIGATEWAY, sourceArn: invokeArn(node, context, 'prod/POST/') };
  const platform = { type: 'platform' } as const;
  return [
    ...(props.function
      ? [
          forwardRequest(
            node,
            props.function,
            {
              field: 'function',
              signer: props.role ? assumed(props.role) : own,
              origin: platform,
              action: 'lambda:InvokeFunction',
            },
            context,
          ),
        ]
      : []),
    ...(props.endpoint
      ? [
          forwardRequest(
            node,
            props.endpoint,
            { field: 'endpoint', signer: assumed(props.role), origin: platform, action: 'sagemaker:InvokeEndpoint' },
            context,
          ),
        ]
      : []),
    ...(props.accessLogs
      ? [
          delivery(node, {
            action: 'logs:PutLogEvents',
            to: props.accessLogs,
            field: 'accessLogs',
            signer: assumed(props.logRole),
            does: `writes access logs to ${nameOf(props.accessLogs, context)}`,
          }),
        ]
      : []),
  ];
}

/** The default address answers beside the custom domain, from TLS 1.0 on ("Choose a security policy for your custom domain"). */
function door({ props }: Api, context: FacetContext): DoorFacet {
  const own = props.domainName !== '' && props.disableDefaultEndpoint;
  const closed = props.endpointType === 'PRIVATE';
  return {
    public: !closed,
    minimumTls: closed
      ? { version: '1.2', field: 'endpointType' }
      : own && props.tlsPolicy === 'TLS_1_2'
        ? { version: '1.2', field: 'tlsPolicy' }
        : { version: '1.0', field: own ? 'tlsPolicy' : 'disableDefaultEndpoint' },
    certificate: slot('certificate', props.domainName === '' ? undefined : props.certificate),
    filter: filterOf(props.webAcl, context),
    logs: slot('accessLogs', props.accessLogs),
    authenticates: { on: props.authorization !== 'NONE', field: 'authorization' },
    validates: { on: props.validateRequests, field: 'validateRequests' },
  };
}

/** API Gateway completes `execute-api:/stage/method/path` when it saves a policy ("API Gateway resource policy examples"). */
function inFull(node: Api, context: FacetContext): string {
  return node.props.policy.replaceAll('"execute-api:/', `"${invokeArn(node, context, '')}`);
}

export const facets: Facets<Props> = {
  arn: arnOf,
  resourcePolicy: (node, context) => {
    const policy = writtenPolicy(node, 'resource policy', 'policy', inFull(node, context));
    const known = node.props.authorization === 'COGNITO_USER_POOLS' || node.props.authorization === 'CUSTOM';
    return {
      ...(policy && { policy }),
      ...(known && { implied: knownCallers(context) }),
      required: false,
      actions: ['execute-api:Invoke'],
    };
  },
  operations,
  requests,
  refusals,
  door,
  stores: ({ props }) => [
    {
      id: 'cache',
      label: 'Cached answers',
      field: 'cache',
      key: props.cache === 'encrypted' ? { type: 'aws-owned', label: 'a key that API Gateway owns' } : { type: 'none' },
      used: props.cache !== 'off',
    },
  ],
  cost,
  time: ({ props }) => ({ runsOnInvocation: true, sendsPerHour: props.requestsPerMonth / HOURS_PER_MONTH }),
};
