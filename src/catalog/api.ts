import type { Operation } from '../engine/request/facets';

/** One resource behind an API of AWS. */
export interface Api {
  /** prefix of its IAM actions: `dynamodb`. */
  readonly prefix: string;
  /** network name of the API, as in `Operation.service`; without it, the prefix. */
  readonly service?: string;
  /** event source of its records; without it, the prefix at `amazonaws.com`. */
  readonly eventSource?: string;
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
  { prefix, service = prefix, eventSource = `${prefix}.amazonaws.com`, resource, resourceType }: Api,
  name: string,
  { category = 'management', ...more }: Partial<Operation> & { readonly category?: 'management' | 'data' } = {},
): Operation {
  return {
    action: `${prefix}:${name}`,
    resource,
    service,
    record: { category, resourceType, eventSource, eventName: name },
    ...more,
  };
}

/** Calls that manage a resource. */
export function apiOperations(api: Api, names: readonly string[]): readonly Operation[] {
  return names.map((name) => apiOperation(api, name));
}
