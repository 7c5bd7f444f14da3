import type { FacetContext } from '../engine/facets';
import type { RequestSpec, Signer } from '../engine/request/facets';
import type { NodeId } from '../model/diagram';
import { nameOf } from './neighbour';

interface Sender {
  readonly id: NodeId;
  readonly name: string;
}

interface Delivery extends Pick<RequestSpec, 'action' | 'signer' | 'resource' | 'context' | 'keys'> {
  readonly to: NodeId;
  readonly field: string;
  /** goes on after the sender's name: "looks at the ACL of logs". */
  readonly does: string;
}

/** Something that AWS hands over on its own network, in its own name or with a role that it assumes. */
export function delivery(node: Sender, { does, ...rest }: Delivery): RequestSpec {
  return {
    id: `${node.id}/${rest.action}/${rest.to}`,
    from: node.id,
    origin: { type: 'platform' },
    purpose: 'delivery',
    title: `${node.name} ${does}`,
    ...rest,
  };
}

interface Into {
  readonly signer: Signer;
  readonly field: string;
  /** goes on with the name of the place: "delivers log files to". */
  readonly does: string;
}

/** A file for the owner of the bucket; `path` stands below it. */
export function fileDelivery(
  node: Sender,
  bucket: NodeId,
  { path, does, ...by }: Into & { readonly path: string } & Pick<RequestSpec, 'keys'>,
  context: FacetContext,
): RequestSpec {
  const arn = context.arn(bucket);
  return delivery(node, {
    action: 's3:PutObject',
    to: bucket,
    does: `${does} ${nameOf(bucket, context)}`,
    ...(arn !== undefined && { resource: `${arn}/${path}` }),
    context: { 's3:x-amz-acl': ['bucket-owner-full-control'] },
    ...by,
  });
}

/** The same by a service that looks at the ACL of the bucket first. */
export function bucketDeliveries(
  node: Sender,
  bucket: NodeId,
  into: Parameters<typeof fileDelivery>[2],
  context: FacetContext,
): readonly RequestSpec[] {
  const { signer, field } = into;
  const does = `looks at the ACL of ${nameOf(bucket, context)}`;
  return [
    delivery(node, { action: 's3:GetBucketAcl', to: bucket, signer, field, does }),
    fileDelivery(node, bucket, into, context),
  ];
}

/** Into a log group, through a stream of its own. */
export function logGroupDeliveries(
  node: Sender,
  logGroup: NodeId,
  { does, ...by }: Into,
  context: FacetContext,
): readonly RequestSpec[] {
  const name = nameOf(logGroup, context);
  return [
    delivery(node, { action: 'logs:CreateLogStream', to: logGroup, does: `opens a stream in ${name}`, ...by }),
    delivery(node, { action: 'logs:PutLogEvents', to: logGroup, does: `${does} ${name}`, ...by }),
  ];
}

/** A message for each topic, a call for each function. */
export function messages(
  node: Sender,
  to: { readonly ids: readonly NodeId[]; readonly field: string },
  by: (topic: boolean) => Pick<RequestSpec, 'signer' | 'context'>,
  context: FacetContext,
): readonly RequestSpec[] {
  return to.ids.map((id, index) => {
    const topic = context.hasTrait(id, 'topic');
    return delivery(node, {
      action: topic ? 'sns:Publish' : 'lambda:InvokeFunction',
      to: id,
      field: `${to.field}[${index}]`,
      does: `${topic ? 'publishes to' : 'invokes'} ${nameOf(id, context)}`,
      ...by(topic),
    });
  });
}
