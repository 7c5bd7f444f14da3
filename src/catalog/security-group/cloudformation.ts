import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import { type CloudFormation, type CloudFormationResource, present, reference } from '../cloudformation';
import type { Props } from './props';

type Rule = Props['ingress'][number];

/** The default group comes with the VPC. Rules that name a group stand alone, or two groups would wait for each other. */
export function cloudFormation({ id, name, props }: NodeOf<Props>, context: FacetContext): CloudFormation | undefined {
  if (props.default) return undefined;
  const vpc = context.enclosing(id, 'vpc')?.id;
  return {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: present({
      GroupDescription: name,
      VpcId: vpc === undefined ? undefined : reference(vpc),
      SecurityGroupIngress: ranges(props.ingress, 'Source', context),
      SecurityGroupEgress: ranges(props.egress, 'Destination', context),
    }),
    With: { ...groups(id, props.ingress, 'Source'), ...groups(id, props.egress, 'Destination') },
  };
}

function base({ protocol, fromPort, toPort, description }: Rule): { [key: string]: Json } {
  const everything = protocol === 'all' || protocol === 'icmp';
  return {
    IpProtocol: protocol === 'all' ? '-1' : protocol,
    FromPort: everything ? -1 : fromPort,
    ToPort: everything ? -1 : toPort,
    ...(description !== '' && { Description: description }),
  };
}

function ranges(rules: readonly Rule[], other: string, { account }: FacetContext): Json[] {
  return rules.flatMap((rule) => [
    ...(rule.cidr === undefined ? [] : [{ ...base(rule), CidrIp: rule.cidr }]),
    ...(rule.prefixListOf === undefined
      ? []
      : [{ ...base(rule), [`${other}PrefixListId`]: `com.amazonaws.${account.region}.${rule.prefixListOf}` }]),
  ]);
}

function groups(
  id: string,
  rules: readonly Rule[],
  other: 'Source' | 'Destination',
): Record<string, CloudFormationResource> {
  const side = other === 'Source' ? 'Ingress' : 'Egress';
  return Object.fromEntries(
    rules.flatMap((rule, index): [string, CloudFormationResource][] => {
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
