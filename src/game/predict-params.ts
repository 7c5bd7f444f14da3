import type { Condition, Prediction } from '../model/scenario';

/** The parameters that a condition asks with. */
export function paramsOf(prediction: Prediction, { params }: Condition): Condition['params'] {
  return { ...prediction.params, ...params };
}
