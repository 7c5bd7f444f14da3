import { describe, expect, it } from 'vitest';
import table from '../../../src/catalog/iam-actions.json';
import { completionsAt } from '../../../src/engine/iam/complete';
import type { PolicyType } from '../../../src/engine/iam/contract';
import { knownFrom } from '../../../src/engine/iam/known';

const known = knownFrom(table);
const arns = [{ text: 'arn:aws:s3:::models', detail: 'models' }];

/** `|` is the caret. */
const at = (text: string, type: PolicyType = 'identity') =>
  completionsAt(text.replace('|', ''), text.indexOf('|'), type, known, { arns });
const texts = (text: string, type?: PolicyType) => at(text, type)?.options.map((option) => option.text) ?? [];

describe('completion in a policy', () => {
  it.each<[string, string, string]>([
    ['an element of the document', '{ "V|', 'Version'],
    ['an element of a statement', '{ "Statement": [{ "E|', 'Effect'],
    ['a second element', '{ "Statement": [{ "Effect": "Allow", "|', 'Action'],
    ['an effect', '{ "Statement": [{ "Effect": "|"', 'Allow'],
    ['a service', '{ "Statement": { "Action": "sage|', 'sagemaker:'],
    ['an action', '{ "Statement": { "Action": ["s3:GetObject", "sagemaker:In|"]', 'sagemaker:InvokeEndpoint'],
    [
      'an action after an object that ended',
      '{ "Statement": [{ "Condition": { "Bool": {} }, "Action": "s3:|',
      's3:GetObject',
    ],
    ['a resource', '{ "Statement": { "Action": "s3:GetObject", "Resource": "|', 'arn:aws:s3:::models'],
    ['an operator', '{ "Statement": { "Condition": { "Str|', 'StringEquals'],
    ['a global key', '{ "Statement": { "Condition": { "Bool": { "aws:|', 'aws:SecureTransport'],
    [
      'a key of a named service',
      '{ "Statement": { "Action": "kms:Decrypt", "Condition": { "StringEquals": { "|',
      'kms:ViaService',
    ],
    ['true or false', '{ "Statement": { "Condition": { "Bool": { "aws:SecureTransport": "|', 'false'],
    [
      'an ARN for an ARN key',
      '{ "Statement": { "Condition": { "ArnLike": { "aws:SourceArn": ["|',
      'arn:aws:s3:::models',
    ],
    ['the version', '{ "Version": "|', '2012-10-17'],
  ])('offers %s', (_, text, wanted) => {
    expect(texts(text)).toContain(wanted);
  });

  it('replaces the string at the caret from its first character', () => {
    const text = '{ "Statement": { "Action": "s3:Get|';
    expect(at(text)?.from).toBe(text.indexOf('s3:Get'));
  });

  it('leaves out what this type of policy does not have', () => {
    const statement = '{ "Statement": { "|';
    expect(texts(statement, 'identity')).not.toContain('Principal');
    expect(texts(statement, 'resource')).toContain('Principal');
    expect(texts(statement, 'trust')).not.toContain('Resource');
  });

  it.each([
    '|',
    '{ | }',
    '{ "Statement": | }',
    '{ "Other": "|',
    '{ "Statement": { "Sid": "|',
    '{ "a\\"|',
    ']}}|"',
    '{"|'.repeat(1),
  ])('never throws, and offers nothing it does not know: %s', (text) => {
    for (const option of texts(text)) expect(['Version', 'Id', 'Statement']).toContain(option);
  });
});
