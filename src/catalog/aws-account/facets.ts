import type { Facets } from '../../engine/facets';
import type { Props } from './props';

/** What stands in it belongs to it: `engine/accounts.ts` reads the number. */
export const facets: Facets<Props> = {
  refusals({ id, parent, props: { accountId } }, context) {
    const twin = context.withTrait('account').find((one) => one.id !== id && one.props['accountId'] === accountId);
    const same = accountId === context.account.id;
    return [
      ...(same || twin
        ? [
            {
              field: 'accountId',
              message: `${accountId} is the number of another account of this drawing. Give it its own.`,
            },
          ]
        : []),
      ...(parent === undefined
        ? []
        : [{ field: 'accountId', message: 'An account does not stand in another one. Move it out to the canvas.' }]),
    ];
  },
};
