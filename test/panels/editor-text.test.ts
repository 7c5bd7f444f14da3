import { describe, expect, it } from 'vitest';
import { format, quoteAt } from '../../src/panels/inspector/editor-text';

describe('the text of the policy editor', () => {
  it('formats JSON, and only JSON', () => {
    expect(format('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(format('{')).toBeUndefined();
  });
  it('puts an ARN in quotes unless the caret stands inside quotes', () => {
    expect(quoteAt('"Resource": ', 12, 'arn:x')).toBe('"arn:x"');
    expect(quoteAt('"Resource": "', 13, 'arn:x')).toBe('arn:x');
    expect(quoteAt('"a": "b\\"', 9, 'arn:x')).toBe('arn:x');
  });
});
