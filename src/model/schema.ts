import * as z from 'zod/mini';
import { issueWords } from './issue-words';

// zod/mini brings no words for what does not fit, and players read them. Every schema file imports this one.
z.config({ localeError: issueWords });

/** Text of at most `max` characters. */
export function text(max: number) {
  return z.string().check(z.maxLength(max));
}

/** Text of 1 to `max` characters. */
export function someText(max: number) {
  return z.string().check(z.minLength(1), z.maxLength(max));
}

/** A whole number, `min` and `max` included. */
export function int(min: number, max: number) {
  return z.int().check(z.minimum(min), z.maximum(max));
}

/** On or off, and what it is when nothing is said. */
export function flag(initial: boolean) {
  return z._default(z.boolean(), initial);
}

/** One of these words, and which it is when nothing is said. */
export function choice<const Words extends readonly string[]>(words: Words, initial: NoInfer<Words[number]>) {
  return z._default(z.enum(words), initial);
}

/** 1 to `max` items. */
export function someItems<Item extends z.ZodMiniType>(item: Item, max: number) {
  return z.array(item).check(z.minLength(1), z.maxLength(max));
}

/** At most `max` items; none when nothing is said. */
export function list<Item extends z.ZodMiniType>(item: Item, max: number) {
  return z._default(z.array(item).check(z.maxLength(max)), []);
}
