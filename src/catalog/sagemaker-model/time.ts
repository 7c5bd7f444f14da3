import type { FacetContext, NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import { modelChange } from '../aws-events';
import type { Props } from './props';

/** An endpoint that runs keeps its model: only what starts anew misses it (DeleteModel). */
export function time(node: NodeOf<Props>, context: FacetContext): TimeFacet {
  return {
    harms: {
      deleted: {
        action: 'sagemaker:DeleteModel',
        leaves: 'gone',
        undo: 'sagemaker:CreateModel',
        tells: modelChange(node, context),
      },
    },
  };
}
