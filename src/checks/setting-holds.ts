import * as z from 'zod/mini';
import { expandPattern } from '../model/path';
import { flag, someItems, someText, text } from '../model/schema';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('setting-holds');
const Value = z.union([z.string(), z.number(), z.boolean()]);

export const check = defineCheck({
  id: 'setting-holds',
  title: 'A setting has the value that is asked for',
  help: 'Reads one property of every subject, with defaults filled in, and compares it with a range or a list of values; with `set`, any value will do. For demands that AWS expresses as a property: instance count, retention, log-file validation.',
  params: z.extend(Subjects, {
    field: text(80),
    /** what the property is called in the sentence. */
    label: someText(80),
    min: z.optional(z.number()),
    max: z.optional(z.number()),
    oneOf: z.optional(someItems(Value, 20)),
    /** any value is good enough, as long as there is one: a role, a day, a file name. */
    set: flag(false),
  }),
  words: {
    holds: '{name}: {label} is {value}.',
    off: '{name}: {label} is {value}; {wanted} is asked for.',
    unset: '{name}: {label} is not set; {wanted} is asked for.',
    set: '{name}: {label} is set.',
    missing: '{name}: {label} is not set.',
  },
  examples: {
    meets: [
      example(
        'Rotation on',
        { key: ['kms-key', { enableKeyRotation: true }] },
        { kinds: ['kms-key'], field: 'enableKeyRotation', label: 'rotation', oneOf: [true] },
      ),
      example(
        'A user in some group',
        { user: ['iam-user', { groups: ['readers'] }], readers: ['iam-group'] },
        { kinds: ['iam-user'], field: 'groups[0]', label: 'a group', set: true },
      ),
    ],
    misses: [
      example(
        'Rotation off',
        { key: ['kms-key'] },
        { kinds: ['kms-key'], field: 'enableKeyRotation', label: 'rotation', oneOf: [true] },
      ),
      example(
        'A user in no group',
        { user: ['iam-user'] },
        { kinds: ['iam-user'], field: 'groups[0]', label: 'a group', set: true },
      ),
    ],
    silent: [
      example(
        'No key',
        { data: ['s3-bucket'] },
        { kinds: ['kms-key'], field: 'enableKeyRotation', label: 'rotation', oneOf: [true] },
      ),
    ],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) =>
      expandPattern(node.props, on.field).map(({ path, value }) => {
        const fields = [{ node: node.id, field: path }];
        if (on.set) {
          const has = value !== undefined && value !== '';
          const said = { name: node.name, label: on.label };
          return say(has ? 'meets' : 'misses', has ? 'set' : 'missing', [node.id], said, { fields });
        }
        const wanted = on.oneOf
          ? on.oneOf.map(plain).join(' or ')
          : [on.min === undefined ? '' : `at least ${on.min}`, on.max === undefined ? '' : `at most ${on.max}`]
              .filter(Boolean)
              .join(' and ');
        const values = { name: node.name, label: on.label, wanted };
        if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
          return say('misses', 'unset', [node.id], values, { fields });
        }
        const inRange = typeof value !== 'number' || (value >= (on.min ?? value) && value <= (on.max ?? value));
        const holds = on.oneOf ? on.oneOf.includes(value) : typeof value === 'number' && inRange;
        return say(
          holds ? 'meets' : 'misses',
          holds ? 'holds' : 'off',
          [node.id],
          { ...values, value: plain(value) },
          { fields },
        );
      }),
    ),
});

function plain(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : value;
}
