import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { NetworkFacet } from '../../engine/network/facets';
import type { Operation } from '../../engine/request/facets';
import { callRequests } from '../calls';
import { grantRequest } from '../execution-role';
import { mountRequests } from '../file-systems';
import { volumeKeyOf, volumeStore } from '../ml-storage';
import { groupsOrDefault } from '../network-fields';
import { controlOperation, placementContext, SAGEMAKER, sageMakerArn } from '../sagemaker';
import { NOTEBOOK } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { scriptMounts } from './script-mounts';
import { time } from './time';

type Notebook = NodeOf<Props>;

function subnetsOf({ props }: Notebook): readonly string[] {
  return props.subnet ? [props.subnet] : [];
}

/**
 * With direct internet access a second interface, managed by SageMaker, carries everything that does not go to
 * the VPC's own addresses: also S3, past the gateway endpoint ("Connect a notebook instance to external resources").
 */
function network(node: Notebook, context: FacetContext): NetworkFacet {
  const { subnet, securityGroups, directInternetAccess } = node.props;
  return {
    role: 'interfaces',
    subnets: subnetsOf(node),
    securityGroups: subnet ? groupsOrDefault(subnet, securityGroups, context) : [],
    publicIp: 'never',
    withoutSubnets: 'service-managed',
    directInternet: directInternetAccess,
    listens: [],
  };
}

function operations(node: Notebook, context: FacetContext): readonly Operation[] {
  const { props } = node;
  const arn = sageMakerArn('notebook-instance', node, context);
  const keyArn = context.arn(props.kmsKey);
  return [
    controlOperation('sagemaker:CreatePresignedNotebookInstanceUrl', arn, NOTEBOOK),
    controlOperation(
      'sagemaker:CreateNotebookInstance',
      arn,
      NOTEBOOK,
      {
        ...placementContext({ subnets: subnetsOf(node), securityGroups: props.securityGroups }),
        'sagemaker:DirectInternetAccess': [props.directInternetAccess ? 'Enabled' : 'Disabled'],
        'sagemaker:RootAccess': [props.rootAccess ? 'Enabled' : 'Disabled'],
        'sagemaker:MinimumInstanceMetadataServiceVersion': [props.imdsV2 ? '2' : '1'],
        'sagemaker:InstanceTypes': [props.instanceType],
        ...(keyArn !== undefined && { 'sagemaker:VolumeKmsKeyArn': [keyArn] }),
      },
      props.role,
    ),
    controlOperation('sagemaker:StopNotebookInstance', arn, NOTEBOOK),
    controlOperation('sagemaker:DeleteNotebookInstance', arn, NOTEBOOK),
  ];
}

export const facets: Facets<Props> = {
  time,
  arn: (node, context) => sageMakerArn('notebook-instance', node, context),
  network,
  operations,
  requests: (node, context) => {
    const { role, kmsKey, instanceType, lifecycleConfig } = node.props;
    const identity = { type: 'identity', node: role, service: SAGEMAKER } as const;
    const volumeKey = volumeKeyOf(instanceType, kmsKey);
    return [
      ...grantRequest({ node, role, origin: { type: 'platform' } }, volumeKey, 'kmsKey', context),
      ...callRequests(node, { signer: identity, origin: { type: 'interfaces', node: node.id } }, context),
      ...mountRequests(node, scriptMounts(context.node(lifecycleConfig), identity, 'lifecycleConfig'), context),
    ];
  },
  stores: ({ props: { instanceType, kmsKey } }) => [
    volumeStore({ label: 'Notebook volume', field: 'kmsKey', instanceType, key: kmsKey, used: true }),
  ],
  cost,
};
