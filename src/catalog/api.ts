import type { Operation } from '../engine/request/facets';

/** One resource behind a Regional API. */
export interface Api {
  /** prefix of its IAM actions: `dynamodb`. */
  readonly prefix: string;
  /** network name of the API, as in `Operation.service`. */
  readonly service: string;
  /** type of the resource in CloudTrail records. */
  readonly resourceType: string;
  readonly resource: string;
}

/** What a resource's own policy is asked about: everything but the call that makes the resource. */
export function guardedActions(operations: readonly Operation[]): readonly string[] {
  return operations.map(({ action }) => action).filter((action) => !/:Create/.test(action));
}

/** A call of the API: authorised by IAM, recorded as a management event unless `more` says otherwise. */
export function apiOperation(
  { prefix, service, resource, resourceType }: Api,
  name: string,
  { category = 'management', ...more }: Partial<Operation> & { readonly category?: 'management' | 'data' } = {},
): Operation {
  return {
    action: `${prefix}:${name}`,
    resource,
    service,
    record: { category, resourceType, eventSource: `${prefix}.amazonaws.com`, eventName: name },
    ...more,
  };
}
