import type { NodeId } from '../model/diagram';
import type { Json } from '../model/json';
import { attribute, type Reading } from './cloudformation';

interface Choice {
  readonly encryption: string;
  readonly kmsKey?: NodeId | undefined;
}

/** A property that takes a key's ARN, or the alias of the key that AWS manages for the service. */
export function writtenKey({ encryption, kmsKey }: Choice, service: string): Json | undefined {
  if (encryption === 'aws-managed') return `alias/aws/${service}`;
  return encryption === 'customer-managed' && kmsKey ? attribute(kmsKey, 'Arn') : undefined;
}

/** Nothing, where the property is not set. */
export function readKey(
  reading: Reading,
  path: string,
  service: string,
): { readonly encryption?: 'aws-managed' | 'customer-managed'; readonly kmsKey?: NodeId | undefined } {
  const text = reading.text(path);
  if (text === undefined) return {};
  if (text.endsWith(`alias/aws/${service}`)) return { encryption: 'aws-managed' };
  return { encryption: 'customer-managed', kmsKey: reading.ref(path) };
}
