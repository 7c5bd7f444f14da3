import { describe, expect, it } from 'vitest';
import { format, indent, newline, outdent, quoteAt } from '../../src/panels/inspector/editor-keys';

describe('the keys of the policy editor', () => {
  it('Tab puts two spaces at the caret', () => {
    expect(indent({ text: 'ab', from: 1, to: 1 })).toEqual({ text: 'a  b', from: 3, to: 3 });
  });
  it('Tab indents every selected line', () => {
    expect(indent({ text: 'a\nb\nc', from: 0, to: 3 }).text).toBe('  a\n  b\nc');
  });
  it('Shift Tab takes the indentation back', () => {
    const there = indent({ text: 'a\nb', from: 0, to: 3 });
    expect(outdent(there)).toEqual({ text: 'a\nb', from: 0, to: 3 });
  });
  it('Shift Tab leaves a line without indentation alone', () => {
    expect(outdent({ text: 'ab', from: 1, to: 1 })).toEqual({ text: 'ab', from: 1, to: 1 });
  });
  it('Enter keeps the indentation and goes deeper after a bracket', () => {
    expect(newline({ text: '  x', from: 3, to: 3 }).text).toBe('  x\n  ');
    expect(newline({ text: '{}', from: 1, to: 1 })).toEqual({ text: '{\n  \n}', from: 4, to: 4 });
  });
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
