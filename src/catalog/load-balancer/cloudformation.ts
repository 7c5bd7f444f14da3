import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import {
  attribute,
  type CloudFormation,
  type CloudFormationPart,
  container,
  defineTemplate,
  part,
  plainName,
  present,
  type Reading,
  type ReadNode,
  reference,
} from '../cloudformation';
import { protection, protectionReader, WEB_ACL_ASSOCIATION } from '../web-acl-template';
import type { Props } from './props';

export const LOAD_BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

const FLAGS = {
  'deletion_protection.enabled': 'deletionProtection',
  'routing.http.drop_invalid_header_fields.enabled': 'dropInvalidHeaders',
} as const;

/** Listeners, target group and web ACL are resources of their own in a template. */
export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation {
  const { id, name, props } = node;
  const own: Json[] = Object.entries(FLAGS).flatMap(([Key, prop]) => (props[prop] ? [{ Key, Value: 'true' }] : []));
  const logs: Json[] = props.accessLogs
    ? [
        { Key: 'access_logs.s3.enabled', Value: 'true' },
        { Key: 'access_logs.s3.bucket', Value: reference(props.accessLogs) },
      ]
    : [];
  const attributes = [...own, ...logs];
  return {
    Type: LOAD_BALANCER,
    Properties: present({
      Name: plainName(name, 32),
      Type: 'application',
      Scheme: props.scheme,
      Subnets: props.subnets.map(reference),
      SecurityGroups: props.securityGroups.length > 0 ? props.securityGroups.map(reference) : undefined,
      LoadBalancerAttributes: attributes.length > 0 ? attributes : undefined,
    }),
    With: partsOf(id, props, container(node, 'vpc', context)),
  };
}

function partsOf(id: string, props: Props, vpc: Json | undefined): Record<string, CloudFormationPart> {
  const https = props.protocol === 'HTTPS';
  const forward = [{ Type: 'forward', TargetGroupArn: reference(part(id, 'Targets')) }];
  const targets = props.function
    ? [{ Id: attribute(props.function, 'Arn') }]
    : props.servers.map((server) => ({ Id: reference(server) }));
  return {
    Targets: {
      Type: GROUP,
      Properties: present({
        TargetType: props.function ? 'lambda' : 'instance',
        Targets: targets.length > 0 ? targets : undefined,
        Port: props.function ? undefined : props.targetPort,
        Protocol: props.function ? undefined : props.targetProtocol,
        VpcId: props.function ? undefined : vpc,
      }),
    },
    Listener: {
      Type: LISTENER,
      Properties: present({
        LoadBalancerArn: reference(id),
        Protocol: props.protocol,
        Port: https ? 443 : 80,
        Certificates: https && props.certificate ? [{ CertificateArn: reference(props.certificate) }] : undefined,
        SslPolicy: https ? props.tlsPolicy : undefined,
        DefaultActions: forward,
      }),
    },
    ...(props.redirectHttp && {
      Redirect: {
        Type: LISTENER,
        Properties: {
          LoadBalancerArn: reference(id),
          Protocol: 'HTTP',
          Port: 80,
          DefaultActions: [
            { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
          ],
        },
      },
    }),
    ...protection(props.webAcl, reference(id)),
  };
}

function readTls(reading: Reading) {
  return {
    protocol: reading.text('Protocol'),
    certificate: reading.ref('Certificates[0].CertificateArn'),
    tlsPolicy: reading.text('SslPolicy'),
  };
}

/** The VPC stands in the target group; functions need none, and subnets tell it. */
function readListener(reading: Reading, { props }: NodeOf<Props>, context: FacetContext): ReadNode<Props> | string {
  reading.number('Port');
  const [action] = reading.list('DefaultActions');
  if (action?.text('Type') === 'redirect') {
    for (const path of ['Port', 'StatusCode']) action.text(`RedirectConfig.${path}`);
    if (action.text('RedirectConfig.Protocol') !== 'HTTPS') return 'Only redirects to HTTPS are simulated.';
    const protocol = reading.text('Protocol');
    return { props: protocol === 'HTTPS' ? readTls(reading) : { redirectHttp: true } };
  }
  const group = action?.follow('TargetGroupArn');
  const parent = group?.ref('VpcId') ?? context.enclosing(props.subnets[0] ?? '', 'vpc')?.id;
  const isFunction = group?.text('TargetType') === 'lambda';
  const ids = group?.list('Targets').flatMap((one) => one.ref('Id') ?? []) ?? [];
  return {
    parent,
    props: {
      ...readTls(reading),
      targetPort: group?.number('Port'),
      targetProtocol: group?.text('Protocol'),
      ...(isFunction ? { function: ids[0] } : { servers: ids.length > 0 ? ids : undefined }),
    },
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  nodes: {
    [LOAD_BALANCER]: {
      name: 'Name',
      when: (reading) => (reading.text('Type') ?? 'application') === 'application',
      props(reading) {
        const attributes = new Map(
          reading.list('LoadBalancerAttributes').map((one) => [one.text('Key') ?? '', one] as const),
        );
        const on = (key: string) => (attributes.has(key) ? attributes.get(key)?.flag('Value') : undefined);
        const logs = attributes.get('access_logs.s3.bucket')?.ref('Value');
        return {
          scheme: reading.text('Scheme'),
          subnets: reading.refs('Subnets'),
          securityGroups: reading.refs('SecurityGroups'),
          accessLogs: on('access_logs.s3.enabled') === true ? logs : undefined,
          deletionProtection: on('deletion_protection.enabled'),
          dropInvalidHeaders: on('routing.http.drop_invalid_header_fields.enabled'),
        };
      },
    },
  },
  parts: {
    [LISTENER]: { of: ['LoadBalancerArn'], add: readListener },
    [WEB_ACL_ASSOCIATION]: protectionReader,
  },
});
