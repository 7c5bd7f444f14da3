import * as z from 'zod/mini';
import { field } from '../model/field';
import { int } from '../model/schema';

export function requestsPerMonth(help: string) {
  return field(z._default(int(0, 10_000_000_000), 1_000_000), { title: 'Expected requests a month', help });
}
