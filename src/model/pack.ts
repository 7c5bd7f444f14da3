import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/));
const text = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const list = <T extends z.core.SomeType>(item: T, least: number, most: number) =>
  z.array(item).check(z.minLength(least), z.maxLength(most));
/** Paragraphs, requirements or articles of a standard. */
const numbers = list(text(60), 1, 30);

/** One technical control, whichever standards ask for it. The demand is written here and nowhere else. */
export const Control = z.strictObject({
  id,
  /** what must be true, in our words. */
  demand: text(300),
  /** id of a check; `params` follows that check's own schema. */
  check: id,
  params: z._default(z.record(z.string(), z.json()), {}),
  /** which side of a trade-off it speaks for. */
  serves: z._default(z.enum(['security', 'detection', 'least-privilege', 'availability']), 'security'),
  /** names that others have for the same question: AWS Config managed rules, Security Hub controls, cdk-nag rules. */
  config: z._default(list(text(120), 0, 6), []),
  securityHub: z._default(list(z.string().check(z.regex(/^[A-Za-z0-9]+\.\d+$/)), 0, 6), []),
  cdkNag: z._default(list(text(120), 0, 4), []),
});
export type Control = z.output<typeof Control>;

const Entry = z.strictObject({
  /** id of a control. */
  control: id,
  numbers,
  /** where the mapping comes from; an id of the pack's `sources`. */
  source: id,
  /** the numbers are right as far as we know; no source gives them. */
  asFarAsWeKnow: z._default(z.boolean(), false),
});

/** Something that the standard asks for and a drawing does not answer. */
const Left = z.strictObject({
  numbers,
  demand: text(300),
  /** AWS Config rules that look at it in an account. */
  rules: z._default(list(text(120), 0, 6), []),
});

export const PackFile = z.strictObject({
  id,
  title: text(120),
  /** as scenarios cite it: `PCI DSS 4.0.1`. */
  short: text(40),
  /** whose mapping of numbers to technical controls this is. */
  mapping: z.enum(['aws', 'our-reading']),
  /** what a reader must know before the numbers. */
  note: text(400),
  /** the standard as such: where its text stands, and since when it is no longer in force. */
  standard: z.strictObject({ title: text(200), url: z.url(), retired: z.optional(z.iso.date()) }),
  sources: list(z.strictObject({ id, title: text(200), url: z.url() }), 1, 12),
  /** numbers that may be met by an equivalent, if it is written down why. */
  addressable: z._default(list(text(60), 0, 40), []),
  entries: list(Entry, 1, 120),
  left: z._default(list(Left, 0, 60), []),
});
export type PackFile = z.output<typeof PackFile>;

/** Two demands, or a demand and a good design, that cannot both be had. */
export const TradeOff = z.strictObject({
  id,
  /** shown when one of these controls has this verdict. */
  controls: list(id, 1, 12),
  when: z.enum(['judged', 'met', 'not-met']),
  text: text(600),
});
export type TradeOff = z.output<typeof TradeOff>;

export interface PackControl extends Control {
  readonly numbers: readonly string[];
  readonly source: { readonly title: string; readonly url: string };
  readonly asFarAsWeKnow: boolean;
}
/** A pack with its controls looked up. */
export interface Pack extends Omit<PackFile, 'entries'> {
  readonly controls: readonly PackControl[];
  readonly tradeOffs: readonly TradeOff[];
}

/** Looks the controls up. An entry that names an unknown control or source is an error of the pack: it throws. */
export function joinPack(file: PackFile, controls: readonly Control[], tradeOffs: readonly TradeOff[]): Pack {
  const known = new Map(controls.map((one) => [one.id, one]));
  const { entries, ...rest } = file;
  return {
    ...rest,
    controls: entries.map(({ control, numbers, source, asFarAsWeKnow }) => {
      const found = known.get(control);
      const from = file.sources.find((one) => one.id === source);
      if (!found) throw new Error(`${file.id} names the control ${control}, which does not exist.`);
      if (!from) throw new Error(`${file.id}, ${control}: there is no source ${source}.`);
      return { ...found, numbers, source: { title: from.title, url: from.url }, asFarAsWeKnow };
    }),
    tradeOffs: tradeOffs.filter((one) => one.controls.some((name) => entries.some(({ control }) => control === name))),
  };
}
