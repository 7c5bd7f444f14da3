import { parseArgs } from 'node:util';
import { Account } from '../model/account';
import { Refusal } from './io';

type Values<D> = { readonly [K in keyof D]: D[K] extends string ? string : readonly string[] };

/**
 * Reads a command's arguments: options with their defaults, and the rest. An option whose default is a list may be
 * given several times. What it does not know is bad usage.
 */
export function readOptions<D extends Readonly<Record<string, string | readonly string[]>>>(
  args: readonly string[],
  defaults: D,
): { readonly values: Values<D>; readonly positionals: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [
      name,
      { type: 'string' as const, multiple: typeof value !== 'string' },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: { ...defaults, ...values } as Values<D>, positionals };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'The arguments are wrong';
    throw new Refusal(`${reason.replace(/\.$/, '')}.`, 'Say --help to see what there is.');
  }
}

export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Refusal(`--${option} cannot be “${value}”.`, `Choose ${allowed.join(', ')}.`);
}

export function percentage(option: string, value: string): number {
  const number = Number(value.replace(/ ?%$/, ''));
  if (/^\d/.test(value) && number >= 0 && number <= 100) return number;
  throw new Refusal(`--${option} cannot be “${value}”.`, 'Give a number from 0 to 100.');
}

export function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new Refusal(`--${option} cannot be “${value}”.`, `Give a whole number from ${least} to ${most}.`);
}

export function atLeastOne(values: readonly string[], what: string, usage: string): readonly string[] {
  if (values.length > 0) return values;
  throw new Refusal(`${what} is missing.`, `Usage: ${usage}`);
}

/** The one thing that a command works on. */
export function only(values: readonly string[], what: string, usage: string): string {
  const [first = '', ...more] = atLeastOne(values, what, usage);
  if (more.length > 0) throw new Refusal(`“${more[0] ?? ''}” is one too many.`, `Usage: ${usage}`);
  return first;
}

/** The account around a diagram that comes without a scenario. */
export function accountIn(region: string): Account {
  const account = Account.safeParse({ region });
  if (account.success) return account.data;
  throw new Refusal(`“${region}” is no Region.`, 'Write it like eu-west-1.');
}
