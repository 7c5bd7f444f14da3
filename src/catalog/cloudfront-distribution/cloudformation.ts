import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import {
  attribute,
  type CloudFormation,
  defineTemplate,
  loosest,
  nameTag,
  part,
  plainName,
  present,
  type Reading,
  reference,
} from '../cloudformation';
import type { Props } from './props';

export const DISTRIBUTION = 'AWS::CloudFront::Distribution';
const ORIGIN = 'origin';
/** CachingDisabled, a cache policy that AWS keeps ("Use managed cache policies"). */
const NO_CACHE = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

export function cloudFormation({ id, name, props }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const own = props.domainName !== '' && props.certificate;
  return {
    Type: DISTRIBUTION,
    Properties: {
      DistributionConfig: present({
        Enabled: true,
        Aliases: own ? [props.domainName] : undefined,
        DefaultRootObject: props.defaultRootObject === '' ? undefined : props.defaultRootObject,
        Origins: [origin(id, props, context)],
        DefaultCacheBehavior: {
          TargetOriginId: ORIGIN,
          ViewerProtocolPolicy: props.viewerProtocol,
          CachePolicyId: NO_CACHE,
        },
        ViewerCertificate: own
          ? {
              AcmCertificateArn: reference(own),
              MinimumProtocolVersion: props.minimumTls,
              SslSupportMethod: 'sni-only',
            }
          : undefined,
        WebACLId: props.webAcl ? attribute(props.webAcl, 'Arn') : undefined,
        Logging: props.accessLogs ? { Bucket: attribute(props.accessLogs, 'RegionalDomainName') } : undefined,
      }),
      Tags: nameTag(name),
    },
    ...(props.bucket &&
      props.originAccessControl && {
        With: {
          AccessControl: {
            Type: 'AWS::CloudFront::OriginAccessControl',
            Properties: {
              OriginAccessControlConfig: {
                Name: plainName(name),
                OriginAccessControlOriginType: 's3',
                SigningBehavior: 'always',
                SigningProtocol: 'sigv4',
              },
            },
          },
        },
      }),
  };
}

function origin(id: string, props: Props, { account }: FacetContext): Json {
  if (props.bucket)
    return present({
      Id: ORIGIN,
      DomainName: attribute(props.bucket, 'RegionalDomainName'),
      S3OriginConfig: { OriginAccessIdentity: '' },
      OriginAccessControlId: props.originAccessControl ? attribute(part(id, 'AccessControl'), 'Id') : undefined,
    });
  const protocol = { OriginProtocolPolicy: props.api ? 'https-only' : props.originProtocol };
  if (props.api) {
    const address = `execute-api.${account.region}.amazonaws.com`;
    return {
      Id: ORIGIN,
      DomainName: { 'Fn::Join': ['.', [reference(props.api), address]] },
      OriginPath: '/prod',
      CustomOriginConfig: protocol,
    };
  }
  const DomainName = props.balancer ? attribute(props.balancer, 'DNSName') : 'example.com';
  return { Id: ORIGIN, DomainName, CustomOriginConfig: protocol };
}

const CONFIG = 'DistributionConfig';
const CERTIFICATE = `${CONFIG}.ViewerCertificate`;

function readOrigin(reading: Reading, context: FacetContext) {
  const [found] = reading.list(`${CONFIG}.Origins`);
  // The form that came before lists of origins.
  if (!found) return { bucket: reading.ref(`${CONFIG}.S3Origin.DNSName`) };
  for (const path of ['Id', 'OriginPath']) found.skip(path, 'There is one origin here.');
  const identity = found.text('S3OriginConfig.OriginAccessIdentity') ?? '';
  if (identity !== '')
    found.skip(
      'S3OriginConfig.OriginAccessIdentity',
      'It is drawn as origin access control, which took its place. The bucket policy must admit cloudfront.amazonaws.com.',
    );
  const behind = found.ref('DomainName');
  const is = (trait: string) => (context.hasTrait(behind, trait) ? behind : undefined);
  const control = found.follow('OriginAccessControlId');
  control?.skip('OriginAccessControlConfig', 'CloudFront always signs here.');
  return {
    bucket: is('bucket'),
    balancer: is('load-balancer'),
    api: is('api-gateway'),
    originAccessControl: found.has('OriginAccessControlId') || identity !== '' ? true : undefined,
    originProtocol: found.text('CustomOriginConfig.OriginProtocolPolicy'),
  };
}

/** A distribution has one rule here: the loosest of all its behaviours, so that none looks stricter than it is. */
function readViewers(reading: Reading): string | undefined {
  const written = [
    reading.text(`${CONFIG}.DefaultCacheBehavior.ViewerProtocolPolicy`),
    ...reading.list(`${CONFIG}.CacheBehaviors`).map((one) => one.text('ViewerProtocolPolicy')),
  ];
  return loosest(['allow-all', 'redirect-to-https', 'https-only'], written) ?? written[0];
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    [DISTRIBUTION]: {
      props(reading, context) {
        for (const path of ['Enabled', 'DefaultCacheBehavior.TargetOriginId', 'DefaultCacheBehavior.CachePolicyId'])
          reading.skip(`${CONFIG}.${path}`, 'Caching changes nothing here.');
        reading.text(`${CERTIFICATE}.SslSupportMethod`);
        return {
          domainName: reading.text(`${CONFIG}.Aliases[0]`),
          viewerProtocol: readViewers(reading),
          defaultRootObject: reading.text(`${CONFIG}.DefaultRootObject`),
          certificate: reading.ref(`${CERTIFICATE}.AcmCertificateArn`),
          minimumTls: reading.text(`${CERTIFICATE}.MinimumProtocolVersion`),
          webAcl: reading.ref(`${CONFIG}.WebACLId`),
          accessLogs: reading.ref(`${CONFIG}.Logging.Bucket`),
          ...readOrigin(reading, context),
        };
      },
    },
  },
});
