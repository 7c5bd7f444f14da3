import type { Store } from '../engine/encryption/facets';
import type { NodeId } from '../model/diagram';
import { keyOr, managedKey } from './keys';
import { hasLocalStorage } from './ml-instances';

/** The key of an instance's volume. Local storage takes none: its hardware encrypts it. */
export function volumeKeyOf(instanceType: string, key: NodeId | undefined): NodeId | undefined {
  return hasLocalStorage(instanceType) ? undefined : key;
}

interface Volume {
  readonly label: string;
  readonly field: string;
  readonly instanceType: string;
  readonly key: NodeId | undefined;
  readonly used: boolean;
}

/** ML storage of the instances of an endpoint, a job or a notebook. */
export function volumeStore({ label, field, instanceType, key, used }: Volume): Store {
  const own = volumeKeyOf(instanceType, key);
  const otherwise = hasLocalStorage(instanceType) ? 'Hardware encryption of the local storage' : 'A key of SageMaker';
  return {
    id: 'volume',
    label,
    field,
    key: keyOr(own, { type: 'aws-owned', label: otherwise }),
    used,
  };
}

interface Output {
  readonly output?: NodeId | undefined;
  readonly outputKmsKey?: NodeId | undefined;
}

/** What a job writes with `aws/s3` when it names no key, whatever the bucket prefers. */
export function outputStore(label: string, { output, outputKmsKey }: Output): Store {
  return {
    id: 'output',
    label,
    field: 'outputKmsKey',
    key: keyOr(outputKmsKey, managedKey('s3')),
    used: Boolean(output),
  };
}

/** What is written under a key of its own. Without one the bucket's default decides, and it is the bucket's store. */
export function keyedStore(store: Omit<Store, 'key'>, key: NodeId | undefined): readonly Store[] {
  return key ? [{ ...store, key: { type: 'customer-managed', node: key } }] : [];
}
