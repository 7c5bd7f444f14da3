import type { NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import { SAGEMAKER } from '../sagemaker';
import type { Props } from './props';

export function time({ id, props }: NodeOf<Props>): TimeFacet {
  return {
    workbench: true,
    wields: {
      signer: { type: 'identity', node: props.role, service: SAGEMAKER },
      origin: { type: 'interfaces', node: id },
    },
    harms: { deleted: { action: 'sagemaker:DeleteNotebookInstance', leaves: 'gone' } },
  };
}
