import type { FacetContext } from '../engine/facets';
import type { KeyUse, Origin, RequestSpec } from '../engine/request/facets';
import type { NodeId } from '../model/diagram';
import { nameOf } from './neighbour';
import { SAGEMAKER } from './sagemaker';

/** Something that SageMaker runs with an execution role. */
export interface Worker {
  readonly node: { readonly id: NodeId; readonly name: string };
  readonly role: NodeId | undefined;
  /** how its data travels. */
  readonly origin: Origin;
}

interface Wish {
  readonly action: string;
  readonly to: NodeId | undefined;
  readonly field: string;
  readonly title: string;
  readonly origin?: Origin;
  readonly resource?: string | undefined;
  readonly keys?: readonly KeyUse[] | undefined;
  readonly context?: RequestSpec['context'] | undefined;
}

/** One thing that must work before the worker runs, signed by its execution role. */
export function setupRequest(worker: Worker, wish: Wish): RequestSpec {
  return {
    id: `${worker.node.id}/${wish.action}/${wish.to ?? 'nothing'}/${wish.field}`,
    from: worker.node.id,
    field: wish.field,
    signer: { type: 'identity', node: worker.role, service: SAGEMAKER },
    origin: wish.origin ?? worker.origin,
    action: wish.action,
    to: wish.to,
    purpose: 'setup',
    title: `${worker.node.name} ${wish.title}`,
    ...(wish.resource !== undefined && { resource: wish.resource }),
    ...(wish.keys !== undefined && { keys: wish.keys }),
    ...(wish.context !== undefined && { context: wish.context }),
  };
}

/** ARN of an object below a prefix; `undefined` when the bucket has no ARN (it is something else). */
export function objectArn(
  context: FacetContext,
  bucket: NodeId | undefined,
  prefix: string,
  key = '',
): string | undefined {
  const arn = context.arn(bucket);
  const path = [prefix.replace(/^\/+|\/+$/g, ''), key].filter((part) => part !== '').join('/');
  return arn && `${arn}/${path || 'object'}`;
}

/** A whole prefix: objects are read, and listed first. */
export function readRequests(
  worker: Worker,
  from: { readonly bucket: NodeId | undefined; readonly prefix: string; readonly field: string; readonly what: string },
  context: FacetContext,
): readonly RequestSpec[] {
  if (!from.bucket) return [];
  return [
    setupRequest(worker, {
      action: 's3:ListBucket',
      to: from.bucket,
      field: from.field,
      title: `lists ${from.what}`,
      context: { 's3:prefix': [from.prefix] },
    }),
    setupRequest(worker, {
      action: 's3:GetObject',
      to: from.bucket,
      field: from.field,
      title: `reads ${from.what}`,
      resource: objectArn(context, from.bucket, from.prefix, 'object'),
    }),
  ];
}

interface Written {
  readonly bucket: NodeId | undefined;
  readonly prefix: string;
  readonly key: NodeId | undefined;
  readonly field: string;
  readonly what: string;
  readonly origin?: Origin;
  /** writes with `aws/s3` when it names no key. */
  readonly defaultsToManagedKey?: boolean;
}

/** Objects written under the key that the writer names; without one the bucket's own default decides. */
export function writeRequests(worker: Worker, into: Written, context: FacetContext): readonly RequestSpec[] {
  if (!into.bucket) return [];
  const resource = objectArn(context, into.bucket, into.prefix, 'object');
  const viaService = `s3.${context.account.region}.amazonaws.com`;
  const encryption = resource === undefined ? {} : { context: { 'kms:EncryptionContext:aws:s3:arn': [resource] } };
  const keyArn = context.arn(into.key);
  const keys: readonly KeyUse[] | undefined = into.key
    ? [
        {
          key: { type: 'customer-managed', node: into.key },
          actions: ['kms:GenerateDataKey'],
          viaService,
          ...encryption,
        },
      ]
    : into.defaultsToManagedKey
      ? [{ key: { type: 'aws-managed', alias: 'aws/s3' }, actions: ['kms:GenerateDataKey'], viaService }]
      : undefined;
  return [
    setupRequest(worker, {
      action: 's3:PutObject',
      to: into.bucket,
      field: into.field,
      title: `writes ${into.what}`,
      resource,
      keys,
      ...(into.origin && { origin: into.origin }),
      ...(keys && {
        context: {
          's3:x-amz-server-side-encryption': ['aws:kms'],
          ...(keyArn !== undefined && { 's3:x-amz-server-side-encryption-aws-kms-key-id': [keyArn] }),
        },
      }),
    }),
  ];
}

interface Output {
  readonly output?: NodeId | undefined;
  readonly outputPrefix: string;
  readonly outputKmsKey?: NodeId | undefined;
}

/** What a job leaves behind. `what`: "its artifacts". */
export function outputRequests(
  worker: Worker,
  { output, outputPrefix, outputKmsKey }: Output,
  what: string,
  context: FacetContext,
  defaultsToManagedKey = false,
): readonly RequestSpec[] {
  const into = { bucket: output, prefix: outputPrefix, key: outputKmsKey, field: 'output', defaultsToManagedKey };
  return writeRequests(worker, { ...into, what: `${what} to ${nameOf(output, context)}` }, context);
}

/**
 * A volume key is used through a grant that SageMaker makes with the execution role
 * (SageMaker execution roles: `kms:CreateGrant` on the volume key).
 */
export function grantRequest(
  worker: Worker,
  key: NodeId | undefined,
  field: string,
  context: FacetContext,
): readonly RequestSpec[] {
  if (!key) return [];
  return [
    setupRequest(worker, {
      action: 'kms:CreateGrant',
      to: key,
      field,
      title: 'opens its encrypted volume',
      origin: { type: 'platform' },
      context: {
        'kms:GrantIsForAWSResource': ['true'],
        'kms:ViaService': [`sagemaker.${context.account.region}.amazonaws.com`],
        'kms:CallerAccount': [context.account.id],
      },
    }),
  ];
}
