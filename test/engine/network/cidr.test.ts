import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contains,
  formatAddress,
  formatCidr,
  holds,
  isPublicAddress,
  nextFreeAddress,
  overlaps,
  parseAddress,
  parseCidr,
  representatives,
} from '../../../src/engine/network/cidr';
import type { Address, Block } from '../../../src/engine/network/cidr';

const address = fc.integer({ min: 0, max: 0xffffffff });
const block = fc
  .tuple(address, fc.integer({ min: 0, max: 32 }))
  .map(([first, bits]) => parseCidr(`${formatAddress(first)}/${bits}`))
  .filter((one): one is Block => one !== undefined);

describe('what does not parse is undefined', () => {
  test.each([
    '',
    '10.0.0',
    '10.0.0.0.0',
    '10.0.0.256',
    '10.0.0.01',
    '-1.0.0.0',
    ' 10.0.0.0',
    '10.0.0.0 ',
    '1e1.0.0.0',
    '1:2:3:4:5:6:7',
    '1::2::3',
    ':::',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'g::',
    '::ffff:10.0.0.1',
  ])('%j', (text) => {
    expect(parseAddress(text)).toBeUndefined();
    expect(parseCidr(`${text}/24`)).toBeUndefined();
  });
  test.each(['10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/08', '10.0.0.0/24/24', '10.0.0.0/2.0'])(
    '%j',
    (text) => {
      expect(parseCidr(text)).toBeUndefined();
    },
  );
  test('no text makes it throw, and what parses can be written again', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789./') }));
    fc.assert(
      fc.property(text, (one) => {
        const parsed = parseCidr(one);
        const plain = parseAddress(one);
        return (
          (parsed === undefined || formatCidr(parseCidr(formatCidr(parsed)) ?? parsed) === formatCidr(parsed)) &&
          (plain === undefined || parseAddress(formatAddress(plain)) === plain) &&
          (plain === undefined || typeof plain === 'bigint' || formatAddress(plain) === one)
        );
      }),
    );
    expect(parseCidr('10.0.0.0/8')).toBeDefined();
  });
});

test('host bits are dropped, as EC2 does', () => {
  expect(parseCidr('100.68.0.18/18')).toEqual(parseCidr('100.68.0.0/18'));
  expect(parseCidr('255.255.255.255/0')).toEqual({ first: 0, last: 0xffffffff, bits: 0 });
});

test('contains and overlaps agree with the addresses', () => {
  fc.assert(
    fc.property(block, block, (a, b) => {
      const shared = holds(a, b.first) || holds(b, a.first);
      expect(overlaps(a, b)).toBe(shared);
      expect(overlaps(b, a)).toBe(shared);
      expect(contains(a, b)).toBe(holds(a, b.first) && holds(a, b.last));
      // CIDR blocks nest or are disjoint.
      if (shared) expect(contains(a, b) || contains(b, a)).toBe(true);
    }),
  );
});

test('AWS keeps five addresses of a subnet', () => {
  const subnet = parseCidr('10.0.0.0/28');
  if (!subnet) throw new Error('10.0.0.0/28 must parse');
  const taken = new Set<Address>();
  for (let found = nextFreeAddress(subnet, taken); found !== undefined; found = nextFreeAddress(subnet, taken))
    taken.add(found);
  expect([...taken].map(formatAddress).at(0)).toBe('10.0.0.4');
  expect([...taken].map(formatAddress).at(-1)).toBe('10.0.0.14');
  expect(taken.size).toBe(11);
});

test.each([
  ['8.8.8.8', true],
  ['172.15.255.255', true],
  ['172.32.0.0', true],
  ['172.16.0.0', false],
  ['10.1.2.3', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['127.0.0.1', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
])('%s public: %s', (text, expected) => {
  expect(isPublicAddress(parseAddress(text) ?? -1)).toBe(expected);
});

test('every public address is treated like one of the representatives', () => {
  const known = parseAddress('198.51.100.10') ?? 0;
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), address, (blocks, one) => {
      fc.pre(isPublicAddress(one));
      const treatment = (at: Address) => blocks.map((inner) => holds(inner, at)).join();
      const found = representatives(blocks, known, isPublicAddress);
      expect([known, ...found].map(treatment)).toContain(treatment(one));
      expect(new Set(found.map(treatment)).size).toBe(found.length);
      expect(found.every(isPublicAddress)).toBe(true);
    }),
  );
});
