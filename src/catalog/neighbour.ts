import type { AnyNode, FacetContext } from '../engine/facets';
import type { NodeId } from '../model/diagram';
import { readPath, type FieldPath } from '../model/path';

/** What a sentence calls a node; `undefined` is nothing. */
export function nameOf(id: NodeId | undefined, context: FacetContext): string {
  return id === undefined ? 'nothing' : (context.node(id)?.name ?? id);
}

/**
 * Reading a property of another kind's node. A kind does not know another kind's types, so every answer is
 * checked here: what is not of the expected type counts as not set.
 */
export function idAt(node: AnyNode | undefined, path: FieldPath): NodeId | undefined {
  const value = node && readPath(node.props, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function textAt(node: AnyNode | undefined, path: FieldPath): string {
  const value = node && readPath(node.props, path);
  return typeof value === 'string' ? value : '';
}

export function numberAt(node: AnyNode | undefined, path: FieldPath): number | undefined {
  const value = node && readPath(node.props, path);
  return typeof value === 'number' ? value : undefined;
}

export function isOn(node: AnyNode | undefined, path: FieldPath): boolean {
  return node !== undefined && readPath(node.props, path) === true;
}

export function textsAt(node: AnyNode | undefined, path: FieldPath): readonly string[] {
  const value: unknown = node && readPath(node.props, path);
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : [];
}

export function idsAt(node: AnyNode | undefined, path: FieldPath): readonly NodeId[] {
  return textsAt(node, path);
}
