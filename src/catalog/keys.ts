import type { KeyChoice } from '../engine/encryption/facets';
import type { NodeId } from '../model/diagram';

/** The key of S3 itself. */
export const SSE_S3: KeyChoice = { type: 'aws-owned', label: 'SSE-S3' };
const NO_KEY: KeyChoice = { type: 'none' };

/** The key that AWS manages for a service in the account. */
export function managedKey(service: string): KeyChoice {
  return { type: 'aws-managed', alias: `aws/${service}` };
}

/** The named key, or what AWS does when none is named. */
export function keyOr(key: NodeId | undefined, otherwise: KeyChoice): KeyChoice {
  return key ? { type: 'customer-managed', node: key } : otherwise;
}

/**
 * The key of a resource with a choice of three. Where the API cannot do without the name of a key (SNS, Kinesis), a
 * customer managed key without a name encrypts nothing; DynamoDB then takes its AWS managed key.
 */
export function chosenKey(
  { encryption, kmsKey }: { readonly encryption: string; readonly kmsKey?: NodeId | undefined },
  service: string,
  { otherwise = NO_KEY, unnamed = NO_KEY }: { readonly otherwise?: KeyChoice; readonly unnamed?: KeyChoice } = {},
): KeyChoice {
  if (encryption === 'customer-managed') return keyOr(kmsKey, unnamed);
  return encryption === 'aws-managed' ? managedKey(service) : otherwise;
}
