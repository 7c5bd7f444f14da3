import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { mend } from '../../src/catalog/mend';
import { kind as securityGroup } from '../../src/catalog/security-group/kind';

describe('completing properties that do not fit', () => {
  test('keeps every rule in its place when one port is wrong', () => {
    const { props, issues } = securityGroup.complete({
      ingress: [{ cidr: '10.0.0.0/16' }, { cidr: '10.1.0.0/16', toPort: 70_000 }, { cidr: '10.2.0.0/16' }],
    });
    expect(issues.map(({ field }) => field)).toEqual(['ingress[1].toPort']);
    expect(props['ingress']).toMatchObject([
      { cidr: '10.0.0.0/16' },
      { cidr: '10.1.0.0/16', toPort: 443 },
      { cidr: '10.2.0.0/16' },
    ]);
  });
  test('does not open a closed group because a rule is wrong', () => {
    const { props } = securityGroup.complete({ egress: [{ cidr: '10.0.0.0/16', protocol: 'carrier pigeon' }] });
    expect(props['egress']).toMatchObject([{ cidr: '10.0.0.0/16', protocol: 'tcp' }]);
  });
  test('says what does not fit in words', () => {
    const { issues } = securityGroup.complete({ ingress: [{ toPort: 70_000 }], strange: 1 });
    expect(issues.map(({ message }) => message)).toEqual(['At most 65535.', 'Nothing here is called “strange”.']);
  });
  test('falls back to defaults for what is no object at all', () => {
    for (const raw of [null, 'text', 7, []]) {
      expect(securityGroup.complete(raw).props).toMatchObject({ ingress: [], default: false });
    }
  });
});

describe('mend', () => {
  const schema = z.strictObject({
    name: z.string(),
    size: z._default(z.number().check(z.maximum(9)), 1),
    tags: z._default(z.array(z.string()).check(z.maxLength(2)), ['none']),
  });
  test('changes nothing that fits', () => {
    expect(mend(schema, { name: 'a', size: 2, tags: [] })).toEqual({ name: 'a', size: 2, tags: [] });
  });
  test('replaces wrong leaves, drops strange keys and elements', () => {
    expect(mend(schema, { name: 'a', size: 99, tags: ['x', 5], more: 1 })).toEqual({ name: 'a', size: 1, tags: ['x'] });
  });
  test('takes the default where a list cannot be kept', () => {
    expect(mend(schema, { name: 'a', tags: ['x', 'y', 'z'] })).toEqual({ name: 'a', size: 1, tags: ['none'] });
    expect(mend(schema, { name: 'a', tags: 'x' })).toMatchObject({ tags: ['none'] });
  });
  test('gives nothing when a needed part is missing', () => {
    expect(mend(schema, { size: 2 })).toBeUndefined();
  });
});
