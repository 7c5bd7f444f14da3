import type { Facets } from '../../engine/facets';
import { refusedMounts } from '../file-systems';
import { controlOperation, sageMakerArn } from '../sagemaker';
import { LIFECYCLE_CONFIG } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';

/** It asks nothing itself: the notebook that refers to it runs the scripts and makes the mounts. */
export const facets: Facets<Props> = {
  arn: (node, context) => sageMakerArn('notebook-instance-lifecycle-config', node, context),
  operations: (node, context) => {
    const arn = sageMakerArn('notebook-instance-lifecycle-config', node, context);
    return ['Create', 'Describe', 'Update', 'Delete'].map((verb) =>
      controlOperation(`sagemaker:${verb}NotebookInstanceLifecycleConfig`, arn, LIFECYCLE_CONFIG),
    );
  },
  refusals: refusedMounts,
  cost,
};
