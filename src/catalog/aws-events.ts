import type { FacetContext } from '../engine/facets';
import type { EventFacet } from '../engine/monitoring/facets';
import type { Json } from '../model/json';

interface Told {
  /** `aws.sagemaker` */
  readonly source: string;
  /** `SageMaker Endpoint State Change` */
  readonly type: string;
  /** ARNs. */
  readonly resources?: readonly (string | undefined)[];
  /** where a field can have several values, a list of them: a pattern that fits one of them fits. */
  readonly detail: { readonly [key: string]: Json };
}

/** An event of a service, as EventBridge hands it to rules ("AWS service event metadata"). */
export function serviceEvent({ source, type, resources = [], detail }: Told, { account }: FacetContext): Json {
  return {
    version: '0',
    id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
    'detail-type': type,
    source,
    account: account.id,
    time: '2026-10-01T12:00:00Z',
    region: account.region,
    resources: resources.filter((one) => one !== undefined),
    detail,
  };
}

/** A call that a trail records: source and detail type follow from the record ("AWS service events via CloudTrail"). */
export function callEvent(record: { readonly source: string; readonly event: string }, context: FacetContext): Json {
  return serviceEvent(
    {
      source: `aws.${record.source.split('.')[0] ?? ''}`,
      type: 'AWS API Call via CloudTrail',
      detail: { eventSource: record.source, eventName: record.event, awsRegion: context.account.region },
    },
    context,
  );
}

const STATUSES = ['InProgress', 'Completed', 'Failed', 'Stopping', 'Stopped'];

/**
 * A resource of SageMaker changes its status ("Events that Amazon SageMaker AI sends to Amazon EventBridge"). Patterns
 * that wait for a status find every one of them here.
 */
export function stateChange(
  what: 'Endpoint' | 'Training Job' | 'Processing Job' | 'Transform Job' | 'Monitoring Schedule',
  node: { readonly id: string; readonly name: string },
  context: FacetContext,
  more: Told['detail'] = {},
): EventFacet {
  const type = `SageMaker ${what} State Change`;
  const arn = context.arn(node.id);
  const field = what.replaceAll(' ', '');
  const detail = {
    [`${field}Name`]: node.name,
    ...(arn !== undefined && { [`${field}Arn`]: arn }),
    [`${field}Status`]: STATUSES,
    ...more,
  };
  return { name: type, event: serviceEvent({ source: 'aws.sagemaker', type, resources: [arn], detail }, context) };
}

/** A model was made or deleted; its events name it by its ARN (the same page shows no status). */
export function modelChange(node: { readonly id: string; readonly name: string }, context: FacetContext): EventFacet {
  const type = 'SageMaker Model State Change';
  const arn = context.arn(node.id);
  const detail = { ModelName: node.name, ...(arn !== undefined && { ModelArn: arn }) };
  return { name: type, event: serviceEvent({ source: 'aws.sagemaker', type, resources: [arn], detail }, context) };
}
