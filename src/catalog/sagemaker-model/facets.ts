import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import type { RequestSpec } from '../../engine/request/facets';
import { modelChange } from '../aws-events';
import { objectArn, setupRequest, type Worker } from '../execution-role';
import { pullRequests } from '../images';
import { nameOf } from '../neighbour';
import { containerNetwork, controlOperation, dataOrigin, placementContext, sageMakerArn } from '../sagemaker';
import { MODEL } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { time } from './time';

function requests(node: NodeOf<Props>, context: FacetContext): readonly RequestSpec[] {
  const { image, modelData, modelDataKey, role, enableNetworkIsolation } = node.props;
  const worker: Worker = { node, role, origin: dataOrigin(node.id, node.props, enableNetworkIsolation) };
  const pull = pullRequests(worker, image, context);
  if (!modelData) return pull;
  return [
    ...pull,
    setupRequest(worker, {
      action: 's3:GetObject',
      to: modelData,
      field: 'modelData',
      title: `fetches its artifacts from ${nameOf(modelData, context)}`,
      resource: objectArn(context, modelData, modelDataKey),
    }),
  ];
}

export const facets: Facets<Props> = {
  time,
  arn: (node, context) => sageMakerArn('model', node, context),
  network: (node) => containerNetwork(node.props, node.props.enableNetworkIsolation),
  operations: (node, context) => {
    const arn = sageMakerArn('model', node, context);
    const creation = {
      ...placementContext(node.props),
      'sagemaker:NetworkIsolation': [String(node.props.enableNetworkIsolation)],
    };
    return [
      controlOperation('sagemaker:CreateModel', arn, MODEL, creation, node.props.role),
      controlOperation('sagemaker:DescribeModel', arn, MODEL),
      controlOperation('sagemaker:DeleteModel', arn, MODEL),
    ];
  },
  requests,
  events: (node, context) => [modelChange(node, context)],
  cost,
};
