import type { AnyNode, FacetContext } from '../engine/facets';
import type { NodeId } from '../model/diagram';
import { idAt, isOn, textAt } from './neighbour';

/**
 * Where a node puts the requests that it captures: by its own setting (batch transform), or by that of the
 * configuration it refers to (endpoint). `undefined` when it captures nothing, or nowhere.
 */
export function capturedBy(
  node: AnyNode | undefined,
  context: FacetContext,
): { readonly bucket: NodeId; readonly prefix: string } | undefined {
  const holder = context.node(idAt(node, 'endpointConfig')) ?? node;
  const bucket = idAt(holder, 'dataCapture.bucket');
  if (!node || bucket === undefined || !isOn(holder, 'dataCapture.enabled')) return undefined;
  return { bucket, prefix: [textAt(holder, 'dataCapture.prefix'), node.name].join('/') };
}
