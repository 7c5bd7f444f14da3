import type { NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import { type CloudFormation, defineTemplate, plainName, present } from '../cloudformation';
import type { Props } from './props';

export const LIFECYCLE_CONFIG = 'AWS::SageMaker::NotebookInstanceLifecycleConfig';

function script(content: string): Json | undefined {
  return content.trim() === '' ? undefined : [{ Content: { 'Fn::Base64': content } }];
}

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  return {
    Type: LIFECYCLE_CONFIG,
    Properties: present({
      NotebookInstanceLifecycleConfigName: plainName(name),
      OnCreate: script(props.onCreate),
      OnStart: script(props.onStart),
    }),
    ...(props.mounts.length > 0 && {
      Notes: [`${name}: write the mount into the start script yourself, for example "mount -t efs -o tls,iam".`],
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  nodes: {
    [LIFECYCLE_CONFIG]: {
      name: 'NotebookInstanceLifecycleConfigName',
      props: (reading) => ({
        onCreate: reading.text('OnCreate[0].Content'),
        onStart: reading.text('OnStart[0].Content'),
      }),
    },
  },
});
