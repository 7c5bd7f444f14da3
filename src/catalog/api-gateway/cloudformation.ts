import type { AnyNode, FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import {
  attribute,
  type CloudFormation,
  type CloudFormationPart,
  defineTemplate,
  loosest,
  nameInTemplate,
  part,
  plainName,
  present,
  type Reading,
  type ReadNode,
  type ReadProps,
  reference,
  writtenDocument,
} from '../cloudformation';
import { idAt } from '../neighbour';
import { protection, protectionReader, WEB_ACL_ASSOCIATION } from '../web-acl-template';
import type { Props } from './props';

export const API = 'AWS::ApiGateway::RestApi';
const METHOD = 'AWS::ApiGateway::Method';
const DEPLOYMENT = 'AWS::ApiGateway::Deployment';
const STAGE = 'AWS::ApiGateway::Stage';
const MAPPING = 'AWS::ApiGateway::BasePathMapping';
const ACCOUNT = 'AWS::ApiGateway::Account';
const VALIDATOR = 'AWS::ApiGateway::RequestValidator';
const LOG_FORMAT = '$context.requestId $context.identity.sourceIp $context.httpMethod $context.status';

/** One method on the root of one stage: what a template splits into many resources. */
export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { name, props } = node;
  const Notes = notes(node, context);
  return {
    Type: API,
    Properties: present({
      Name: plainName(name),
      EndpointConfiguration: { Types: [props.endpointType] },
      DisableExecuteApiEndpoint: props.disableDefaultEndpoint ? true : undefined,
      Policy: writtenDocument(props.policy),
    }),
    With: partsOf(node, context),
    ...(Notes.length > 0 && { Notes }),
  };
}

/** The logging role is a setting of the account in its Region: the first API that has one writes it for all. */
function keeperOf({ props }: NodeOf<Props>, context: FacetContext): AnyNode | undefined {
  if (!props.logRole) return undefined;
  return context.withTrait('api-gateway').find((one) => idAt(one, 'logRole') !== undefined);
}

function notes(node: NodeOf<Props>, context: FacetContext): readonly string[] {
  const { name, props } = node;
  const keeper = keeperOf(node, context);
  return [
    ...(props.authorization !== 'NONE' && props.authorization !== 'AWS_IAM'
      ? [`${name}: the method is exported with AWS_IAM; make the authorizer and name it in the method.`]
      : []),
    ...(keeper && idAt(keeper, 'logRole') !== props.logRole
      ? [`${name}: an account has one logging role in each Region. The template sets that of ${keeper.name}.`]
      : []),
  ];
}

function integration(props: Props, context: FacetContext): Json {
  const { region } = context.account;
  const Credentials = props.role ? attribute(props.role, 'Arn') : undefined;
  if (props.function) {
    const path = `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions`;
    const Uri = { 'Fn::Join': ['/', [path, attribute(props.function, 'Arn'), 'invocations']] };
    return present({ Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Credentials, Uri });
  }
  if (props.endpoint) {
    const name = nameInTemplate(props.endpoint, context) ?? '';
    const Uri = `arn:aws:apigateway:${region}:runtime.sagemaker:path/endpoints/${name}/invocations`;
    return present({ Type: 'AWS', IntegrationHttpMethod: 'POST', Credentials, Uri });
  }
  return { Type: 'MOCK' };
}

function partsOf(node: NodeOf<Props>, context: FacetContext): Record<string, CloudFormationPart> {
  const { id, props } = node;
  const keeper = keeperOf(node, context)?.id;
  const api = reference(id);
  const edge = props.endpointType === 'EDGE';
  const authorised = props.authorization !== 'NONE';
  return {
    ...(props.validateRequests && {
      Validator: { Type: VALIDATOR, Properties: { RestApiId: api, ValidateRequestBody: true } },
    }),
    Method: {
      Type: METHOD,
      Properties: present({
        RestApiId: api,
        ResourceId: attribute(id, 'RootResourceId'),
        HttpMethod: 'POST',
        AuthorizationType: authorised ? 'AWS_IAM' : 'NONE',
        RequestValidatorId: props.validateRequests ? reference(part(id, 'Validator')) : undefined,
        Integration: integration(props, context),
      }),
    },
    Deployment: { Type: DEPLOYMENT, Properties: { RestApiId: api }, DependsOn: [part(id, 'Method')] },
    Stage: {
      Type: STAGE,
      Properties: present({
        RestApiId: api,
        DeploymentId: reference(part(id, 'Deployment')),
        StageName: 'prod',
        AccessLogSetting: props.accessLogs
          ? { DestinationArn: attribute(props.accessLogs, 'Arn'), Format: LOG_FORMAT }
          : undefined,
        ...stageSettings(props),
      }),
      ...(keeper !== undefined && { DependsOn: [part(keeper, 'Account')] }),
    },
    ...(props.logRole &&
      keeper === id && {
        // An account that never had an API takes no role.
        Account: {
          Type: ACCOUNT,
          Properties: { CloudWatchRoleArn: attribute(props.logRole, 'Arn') },
          DependsOn: [id],
        },
      }),
    ...(props.domainName !== '' && {
      Domain: {
        Type: 'AWS::ApiGateway::DomainName',
        Properties: present({
          DomainName: props.domainName,
          EndpointConfiguration: { Types: [props.endpointType] },
          CertificateArn: edge && props.certificate ? reference(props.certificate) : undefined,
          RegionalCertificateArn: !edge && props.certificate ? reference(props.certificate) : undefined,
          SecurityPolicy: props.tlsPolicy,
        }),
      },
      Mapping: {
        Type: MAPPING,
        Properties: {
          RestApiId: api,
          DomainName: reference(part(id, 'Domain')),
          Stage: reference(part(id, 'Stage')),
        },
      },
    }),
    ...protection(props.webAcl, {
      'Fn::Join': [
        '/',
        [`arn:aws:apigateway:${context.account.region}::/restapis`, api, 'stages', reference(part(id, 'Stage'))],
      ],
    }),
  };
}

/** Settings for every method of the stage. */
function stageSettings({ cache, executionLogs }: Props): { readonly [key: string]: Json } {
  const caches = cache !== 'off';
  if (!caches && executionLogs === 'OFF') return {};
  const all = present({
    ResourcePath: '/*',
    HttpMethod: '*',
    LoggingLevel: executionLogs === 'OFF' ? undefined : executionLogs,
    CachingEnabled: caches ? true : undefined,
    CacheDataEncrypted: caches ? cache === 'encrypted' : undefined,
  });
  return present({
    MethodSettings: [all],
    CacheClusterEnabled: caches ? true : undefined,
    CacheClusterSize: caches ? '0.5' : undefined,
  });
}

/** The loosest of what a stage sets for its methods. */
function readStage(reading: Reading): ReadNode<Props> {
  for (const path of [
    'DeploymentId',
    'StageName',
    'AccessLogSetting.Format',
    'CacheClusterEnabled',
    'CacheClusterSize',
  ])
    reading.skip(path, 'There is one stage here.');
  const settings = reading.list('MethodSettings').map((one) => {
    for (const path of ['ResourcePath', 'HttpMethod']) one.skip(path, 'There is one method here.');
    return {
      level: one.text('LoggingLevel') ?? 'OFF',
      cache:
        one.flag('CachingEnabled') !== true
          ? 'off'
          : one.flag('CacheDataEncrypted') === true
            ? 'encrypted'
            : 'unencrypted',
    };
  });
  return {
    props: {
      accessLogs: reading.ref('AccessLogSetting.DestinationArn'),
      executionLogs: loosest(
        ['OFF', 'ERROR', 'INFO'],
        settings.map(({ level }) => level),
      ),
      cache: loosest(
        ['unencrypted', 'off', 'encrypted'],
        settings.map(({ cache }) => cache),
      ),
    },
  };
}

function readMethod(reading: Reading, _node: unknown, _context: unknown, written: ReadProps<Props>): ReadNode<Props> {
  for (const path of ['ResourceId', 'HttpMethod', 'Integration.Type', 'Integration.IntegrationHttpMethod'])
    reading.skip(path, 'There is one method here.');
  // What a browser asks before the call itself says nothing about the call.
  if (reading.text('HttpMethod') === 'OPTIONS' && written.authorization !== undefined) return {};
  const validator = reading.follow('RequestValidatorId');
  validator?.ref('RestApiId');
  const uri = reading.text('Integration.Uri') ?? '';
  const behind = reading.ref('Integration.Uri');
  return {
    props: {
      authorization: reading.text('AuthorizationType'),
      validateRequests: validator?.flag('ValidateRequestBody'),
      role: reading.ref('Integration.Credentials'),
      ...(uri.includes('runtime.sagemaker') ? { endpoint: behind } : { function: behind }),
    },
  };
}

function readMapping(reading: Reading): ReadNode<Props> {
  reading.follow('Stage');
  const domain = reading.follow('DomainName');
  domain?.skip('EndpointConfiguration', 'As the API’s own.');
  return {
    props: {
      domainName: domain?.text('DomainName'),
      certificate: domain?.ref('CertificateArn') ?? domain?.ref('RegionalCertificateArn'),
      tlsPolicy: domain?.text('SecurityPolicy'),
    },
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    [API]: {
      name: 'Name',
      props: (reading) => ({
        endpointType: reading.text('EndpointConfiguration.Types[0]'),
        disableDefaultEndpoint: reading.flag('DisableExecuteApiEndpoint'),
        policy: reading.policy('Policy'),
      }),
    },
  },
  parts: {
    [METHOD]: { of: ['RestApiId'], add: readMethod },
    [DEPLOYMENT]: { of: ['RestApiId'], add: () => ({}) },
    [STAGE]: { of: ['RestApiId'], add: readStage },
    [ACCOUNT]: {
      of: [],
      ofEvery: true,
      add: (reading) => ({ props: { logRole: reading.ref('CloudWatchRoleArn') } }),
    },
    [WEB_ACL_ASSOCIATION]: protectionReader,
    [MAPPING]: { of: ['RestApiId'], add: readMapping },
  },
});
