import type { Facets } from '../../engine/facets';
import type { Props } from './props';

export const facets: Facets<Props> = {
  network: () => ({ role: 'internet' }),
};
