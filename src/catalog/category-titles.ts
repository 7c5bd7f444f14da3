import type { Category } from './kind';

export const CATEGORY_TITLES: Readonly<Record<Category, string>> = {
  network: 'Network',
  identity: 'Identity',
  keys: 'Keys',
  data: 'Data',
  ml: 'Machine learning',
  watch: 'Watch',
  respond: 'Respond',
  actors: 'Actors',
};
