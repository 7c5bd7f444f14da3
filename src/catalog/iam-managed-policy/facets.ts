import type { Facets } from '../../engine/facets';
import { iamArn } from '../arn';
import { writtenPolicy } from '../policies';
import type { Props } from './props';

/** It decides nothing by itself: identities that have it bring its text. */
export const facets: Facets<Props> = {
  arn: (node, context) => iamArn('policy', node, context),
  grants: (node) => {
    const policy = writtenPolicy(node, node.name, 'document', node.props.document);
    return policy ? [policy] : [];
  },
};
