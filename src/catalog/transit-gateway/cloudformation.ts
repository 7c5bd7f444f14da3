import type { FacetContext, NodeOf } from '../../engine/facets';
import {
  type CloudFormation,
  type CloudFormationPart,
  defineTemplate,
  nameTag,
  part,
  type PartReader,
  present,
  readWord,
  reference,
} from '../cloudformation';
import { attachments } from './attachments';
import type { Props } from './props';

const ATTACHMENT = 'AWS::EC2::TransitGatewayAttachment';
const word = (on: boolean) => (on ? 'enable' : 'disable');

/**
 * A template cannot name the default route table: with static routes all attachments get a table of their own. What
 * attaches a VPC is named by the first of its subnets.
 */
export function cloudFormation({ id, name, props }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const attached = [...attachments(props, context)];
  const own = props.routes.length > 0;
  const parts: Record<string, CloudFormationPart> = {};
  if (own) {
    parts['Table'] = { Type: 'AWS::EC2::TransitGatewayRouteTable', Properties: { TransitGatewayId: reference(id) } };
  }
  const table = { TransitGatewayRouteTableId: reference(part(id, 'Table')) };
  attached.forEach(([vpc, subnets], index) => {
    parts[`Attachment${index}`] = {
      Type: ATTACHMENT,
      Properties: present({
        TransitGatewayId: reference(id),
        VpcId: reference(vpc),
        SubnetIds: subnets.map(reference),
        Options: props.securityGroupReferencing ? { SecurityGroupReferencingSupport: 'enable' } : undefined,
      }),
      needed: true,
    };
    const joined = { ...table, TransitGatewayAttachmentId: reference(part(id, `Attachment${index}`)) };
    if (!own) return;
    parts[`Association${index}`] = {
      Type: 'AWS::EC2::TransitGatewayRouteTableAssociation',
      Properties: joined,
      needed: true,
    };
    if (props.propagation) {
      parts[`Propagation${index}`] = {
        Type: 'AWS::EC2::TransitGatewayRouteTablePropagation',
        Properties: joined,
        needed: true,
      };
    }
  });
  props.routes.forEach(({ destination, vpc }, index) => {
    const to = attached.findIndex(([one]) => one === vpc);
    parts[`Route${index}`] = {
      Type: 'AWS::EC2::TransitGatewayRoute',
      Properties: {
        ...table,
        DestinationCidrBlock: destination,
        ...(to < 0 ? { Blackhole: true } : { TransitGatewayAttachmentId: reference(part(id, `Attachment${to}`)) }),
      },
    };
  });
  return {
    Type: 'AWS::EC2::TransitGateway',
    Properties: {
      DefaultRouteTableAssociation: word(!own),
      DefaultRouteTablePropagation: word(props.propagation && !(own && attached.length > 0)),
      SecurityGroupReferencingSupport: word(props.securityGroupReferencing),
      Tags: nameTag(name),
    },
    With: parts,
  };
}

const attachment: PartReader<Props> = {
  of: ['TransitGatewayId'],
  add(reading, { props }) {
    reading.ref('VpcId');
    reading.text('Options.SecurityGroupReferencingSupport');
    return { props: { subnets: [...props.subnets, ...(reading.refs('SubnetIds') ?? [])] } };
  },
};
/** of a route table of the gateway's own. */
const OF_TABLE = ['TransitGatewayRouteTableId > TransitGatewayId'];

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'id',
  nodes: {
    'AWS::EC2::TransitGateway': {
      props(reading) {
        reading.text('DefaultRouteTableAssociation');
        return {
          propagation: readWord(reading, 'DefaultRouteTablePropagation', 'enable'),
          securityGroupReferencing: readWord(reading, 'SecurityGroupReferencingSupport', 'enable'),
        };
      },
    },
  },
  parts: {
    [ATTACHMENT]: attachment,
    'AWS::EC2::TransitGatewayVpcAttachment': attachment,
    'AWS::EC2::TransitGatewayRouteTable': { of: ['TransitGatewayId'], add: () => ({}) },
    'AWS::EC2::TransitGatewayRouteTableAssociation': {
      of: OF_TABLE,
      add(reading) {
        reading.follow('TransitGatewayAttachmentId');
        return {};
      },
    },
    'AWS::EC2::TransitGatewayRouteTablePropagation': {
      of: OF_TABLE,
      add(reading) {
        reading.follow('TransitGatewayAttachmentId');
        return { props: { propagation: true } };
      },
    },
    'AWS::EC2::TransitGatewayRoute': {
      of: OF_TABLE,
      add(reading, { props }) {
        const destination = reading.text('DestinationCidrBlock');
        const vpc = reading.follow('TransitGatewayAttachmentId')?.ref('VpcId');
        if (destination === undefined) return 'It has no destination.';
        if (vpc === undefined && !reading.flag('Blackhole')) return 'Its attachment is not in this diagram.';
        return { props: { routes: [...props.routes, { destination, ...(vpc !== undefined && { vpc }) }] } };
      },
    },
  },
});
