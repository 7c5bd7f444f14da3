import * as z from 'zod/mini';
import { field, policyText, ref } from '../../model/field';
import { choice, flag, list, text } from '../../model/schema';
import { keyIssue } from '../key-issue';

export const PROTOCOLS = ['email', 'email-json', 'https', 'http', 'sms', 'sqs', 'lambda', 'application'] as const;

const Subscription = z.strictObject({
  protocol: field(choice(PROTOCOLS, 'email'), {
    title: 'Protocol',
    help: 'Email arrives as plain text.',
    aws: 'Protocol',
  }),
  endpoint: field(z._default(text(2048), ''), {
    title: 'Endpoint',
    help: 'An address, a URL, a number or an ARN.',
    aws: 'Endpoint',
  }),
  confirmed: field(flag(false), {
    title: 'Confirmed',
    help: 'Whoever reads the address must answer the confirmation message. Until then nothing is delivered.',
  }),
});

export const Props = z
  .strictObject({
    encryption: field(choice(['none', 'aws-managed', 'customer-managed'], 'none'), {
      title: 'Encryption at rest',
      help: 'The AWS managed key aws/sns has a policy that nobody can edit, so no AWS service can publish to the topic.',
      aws: 'KmsMasterKeyId',
    }),
    kmsKey: ref('kms-key', {
      title: 'KMS key',
      help: 'Its policy must let every publisher use kms:GenerateDataKey* and kms:Decrypt, services included.',
      aws: 'KmsMasterKeyId',
    }),
    policy: policyText({
      title: 'Topic policy',
      help: 'Empty = the default policy: the account itself, its alarms included. A policy of your own replaces it.',
      aws: 'PolicyDocument',
    }),
    subscriptions: field(list(Subscription, 50), {
      title: 'Subscriptions',
      help: 'Who is told. Without a confirmed one, nobody.',
      aws: 'Subscription',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const issue = keyIssue(props, 'the messages');
      if (issue) issues.addIssue({ code: 'custom', ...issue });
    }),
  );
export type Props = z.output<typeof Props>;
