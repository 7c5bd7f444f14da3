import type { FacetContext } from '../engine/facets';
import type { Operation, RequestSpec, Signer } from '../engine/request/facets';
import type { NodeId } from '../model/diagram';
import { fileDelivery } from './deliveries';
import { nameOf } from './neighbour';

/** What a caller of a web server asks. It is no IAM action: no policy is consulted. */
export const REQUEST = { http: 'http:Request', https: 'https:Request' } as const;

/** A connection to a port of a server. Like the requests above it is no IAM action. */
export function portAction(port: number): string {
  return `tcp:Port${port}`;
}

/** One connection for each port that a server listens on; whoever's packets arrive is served. */
export function portOperations(resource: string, ports: readonly number[]): readonly Operation[] {
  return [...new Set(ports)].map((port) => ({ action: portAction(port), resource, port, open: true }));
}

/** A web server on its own interfaces. */
export function webOperation(resource: string, port: number, tls: boolean, refused?: string): Operation {
  return {
    action: tls ? REQUEST.https : REQUEST.http,
    resource,
    port,
    open: true,
    ...(refused !== undefined && { refused }),
  };
}

/** A place of a door that another node may fill. */
export function slot(field: string, node: NodeId | undefined): { readonly field: string; readonly node?: NodeId } {
  return { ...(node && { node }), field };
}

/** A call that AWS makes on its own network for a door. */
export function forwardRequest(
  door: { readonly id: NodeId; readonly name: string },
  to: NodeId,
  rest: Pick<RequestSpec, 'field' | 'signer' | 'origin' | 'action'> & Pick<RequestSpec, 'resource' | 'context'>,
  context: FacetContext,
): RequestSpec {
  return {
    id: `${door.id}/${rest.action}/${to}/${rest.field ?? ''}`,
    from: door.id,
    to,
    purpose: 'call',
    title: `${door.name} passes requests on to ${nameOf(to, context)}`,
    ...rest,
  };
}

/** Log files that a service delivers into a bucket in its own name. */
export function logDelivery(
  door: { readonly id: NodeId; readonly name: string },
  bucket: NodeId | undefined,
  by: { readonly principal: string; readonly sourceArn: string; readonly field: string; readonly path: string },
  context: FacetContext,
): readonly RequestSpec[] {
  if (!bucket) return [];
  const { principal, sourceArn, field, path } = by;
  const signer: Signer = { type: 'service', principal, sourceArn };
  const sent = fileDelivery(door, bucket, { signer, field, path, does: 'delivers access logs to' }, context);
  return [{ ...sent, id: `${sent.id}/${field}` }];
}
