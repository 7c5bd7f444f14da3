import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { flag, text } from '../../model/schema';
import { imageField } from '../images';
import { placementIssue } from '../network-fields';
import { vpcFields } from '../sagemaker';

export const Props = z
  .strictObject({
    role: ref('role', {
      title: 'Execution role',
      help: 'SageMaker assumes it to fetch the artifacts, to write captured data and to use the volume key.',
      aws: 'ExecutionRoleArn',
      immutable: true,
    }),
    modelData: ref('bucket', {
      title: 'Model artifacts in',
      help: 'The bucket that holds model.tar.gz.',
      aws: 'PrimaryContainer.ModelDataUrl',
      immutable: true,
    }),
    modelDataKey: field(z._default(text(300), 'model/model.tar.gz'), {
      title: 'Artifact object',
      help: 'Key of the object inside the bucket.',
      aws: 'PrimaryContainer.ModelDataUrl',
      immutable: true,
    }),
    image: imageField('PrimaryContainer.Image'),
    ...vpcFields('the container'),
    enableNetworkIsolation: field(flag(false), {
      title: 'Network isolation',
      help: 'The container gets no network at all, not even to AWS. The platform still fetches the artifacts.',
      aws: 'EnableNetworkIsolation',
      immutable: true,
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const issue = placementIssue(props);
      if (issue) issues.addIssue({ code: 'custom', ...issue });
    }),
  );
export type Props = z.output<typeof Props>;
