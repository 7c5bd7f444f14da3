import type { FacetContext, NodeOf } from '../../engine/facets';
import { hasPorts } from '../../engine/network/filters';
import type { Json } from '../../model/json';
import {
  type CloudFormation,
  type CloudFormationParameter,
  type CloudFormationPart,
  container,
  defineTemplate,
  nameTag,
  present,
  reference,
} from '../cloudformation';
import { ipProtocol, PROTOCOL_NUMBERS } from '../network-fields';
import { readRule } from './read-rule';
import type { Props } from './props';

type Rule = Props['ingress'][number];
type Service = NonNullable<Rule['prefixListOf']>;

const SERVICES: readonly Service[] = ['s3', 'dynamodb'];

/** A list without rules counts as none given, and AWS then allows everything: so a rule that matches no packet. */
const NOTHING: Json = {
  IpProtocol: 'icmp',
  FromPort: 252,
  ToPort: 86,
  CidrIp: '255.255.255.255/32',
  Description: 'Lets nothing out',
};

/** The default group comes with the VPC. Rules that name a group stand alone, or two groups would wait for each other. */
export function cloudFormation(node: NodeOf<Props>, context: FacetContext): CloudFormation | undefined {
  const { id, name, props } = node;
  if (props.default) return undefined;
  const outbound = ranges(props.egress, 'Destination');
  return {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: present({
      GroupDescription: name.replace(/[^A-Za-z0-9 ._:/()#,@[\]+=&;{}!$*-]/g, '-') || 'unnamed',
      VpcId: container(node, 'vpc', context),
      SecurityGroupIngress: ranges(props.ingress, 'Source'),
      SecurityGroupEgress: outbound.length > 0 ? outbound : [NOTHING],
      Tags: nameTag(name),
    }),
    With: { ...groups(id, props.ingress, 'Source'), ...groups(id, props.egress, 'Destination') },
    Parameters: parameters([...props.ingress, ...props.egress], context),
  };
}

/** EC2 has names for the protocols with ports or ICMP types; the others are numbers, and have neither. */
function base({ protocol, fromPort, toPort, description }: Rule): { [key: string]: Json } {
  const icmp = protocol.startsWith('icmp');
  const named = icmp || hasPorts(ipProtocol(protocol));
  return {
    IpProtocol: named ? protocol : String(PROTOCOL_NUMBERS[protocol]),
    ...(named && { FromPort: icmp ? -1 : fromPort, ToPort: icmp ? -1 : toPort }),
    ...(description !== '' && { Description: description }),
  };
}

function listId(service: Service): string {
  return `PrefixListOf${service === 's3' ? 'S3' : 'DynamoDb'}`;
}

/** Ids of prefix lists differ from Region to Region, and no template can look them up. */
function parameters(rules: readonly Rule[], { account }: FacetContext): Record<string, CloudFormationParameter> {
  const services = new Set(rules.flatMap(({ prefixListOf }) => prefixListOf ?? []));
  return Object.fromEntries(
    [...services].map((service): [string, CloudFormationParameter] => [
      listId(service),
      {
        Type: 'String',
        Description: `Id of the managed prefix list com.amazonaws.${account.region}.${service}`,
        AllowedPattern: '^pl-[0-9a-f]+$',
      },
    ]),
  );
}

function ranges(rules: readonly Rule[], other: 'Source' | 'Destination'): Json[] {
  return rules.flatMap((rule) => [
    ...(rule.cidr === undefined ? [] : [{ ...base(rule), CidrIp: rule.cidr }]),
    ...(rule.prefixListOf === undefined
      ? []
      : [{ ...base(rule), [`${other}PrefixListId`]: reference(listId(rule.prefixListOf)) }]),
  ]);
}

function groups(
  id: string,
  rules: readonly Rule[],
  other: 'Source' | 'Destination',
): Record<string, CloudFormationPart> {
  const side = other === 'Source' ? 'Ingress' : 'Egress';
  return Object.fromEntries(
    rules.flatMap((rule, index): [string, CloudFormationPart][] => {
      const targets = [...(rule.sourceGroup === undefined ? [] : [rule.sourceGroup]), ...(rule.self ? [id] : [])];
      return targets.map((target, which) => [
        `${side}${index}${which === 0 ? '' : 'Self'}`,
        {
          Type: `AWS::EC2::SecurityGroup${side}`,
          Properties: { ...base(rule), GroupId: reference(id), [`${other}SecurityGroupId`]: reference(target) },
        },
      ]);
    }),
  );
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  namedBy: ['SecurityGroupIds', 'SecurityGroups', 'GroupSet', 'SourceSecurityGroupId', 'DestinationSecurityGroupId'],
  parameters: SERVICES.map(listId),
  nodes: {
    'AWS::EC2::SecurityGroup': {
      name: 'GroupName',
      in: ['VpcId'],
      props(reading) {
        reading.skip('GroupDescription', 'A description changes nothing here.');
        const side = (path: string, other: 'Source' | 'Destination') =>
          reading.list(path).flatMap((one) => readRule(one, other, undefined) ?? []);
        return {
          ingress: side('SecurityGroupIngress', 'Source'),
          egress:
            reading.list('SecurityGroupEgress').length > 0 ? side('SecurityGroupEgress', 'Destination') : undefined,
        };
      },
    },
  },
  parts: {
    'AWS::EC2::SecurityGroupIngress': {
      of: ['GroupId'],
      add(reading, { id, props }) {
        const rule = readRule(reading, 'Source', id);
        return rule ? { props: { ingress: [...props.ingress, rule] } } : 'Such a rule is not simulated.';
      },
    },
    'AWS::EC2::SecurityGroupEgress': {
      of: ['GroupId'],
      add(reading, { id, props }, _context, written) {
        const rule = readRule(reading, 'Destination', id);
        // A rule of its own takes the place of the one that AWS makes when a template names none.
        const before = written.egress === undefined && !props.default ? [] : props.egress;
        return rule ? { props: { egress: [...before, rule] } } : 'Such a rule is not simulated.';
      },
    },
  },
});
