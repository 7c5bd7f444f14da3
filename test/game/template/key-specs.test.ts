import { expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { importTemplate } from '../../../src/game/template/import-template';
import type { Json } from '../../../src/model/json';

function keyOf(Properties: { readonly [property: string]: Json }) {
  const { diagram, ignored } = importTemplate(
    JSON.stringify({ Resources: { Key: { Type: 'AWS::KMS::Key', Properties } } }),
    catalog,
  );
  return { keys: Object.values(diagram.nodes).filter(({ kind }) => kind === 'kms-key').length, ignored };
}

test('a symmetric encryption key is drawn, whether or not it says so', () => {
  expect(keyOf({})).toEqual({ keys: 1, ignored: [] });
  expect(keyOf({ KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' })).toEqual({ keys: 1, ignored: [] });
});
test.each([
  { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' },
  { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' },
  { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
])('no service encrypts with %j, so it is left out with the lesson', (key) => {
  const { keys, ignored } = keyOf(key);
  expect(keys).toBe(0);
  expect(JSON.stringify(ignored)).toContain('cannot encrypt for S3, SNS or a volume');
});
test('a key of several Regions is drawn, and its copies are told of', () => {
  const { keys, ignored } = keyOf({ MultiRegion: true });
  expect(keys).toBe(1);
  expect(JSON.stringify(ignored)).toContain('MultiRegion');
});
