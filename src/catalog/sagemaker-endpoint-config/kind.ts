import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'sagemaker-endpoint-config',
  title: 'SageMaker endpoint configuration',
  category: 'ml',
  summary: 'Which model an endpoint runs, on what, under which key, and what it captures.',
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'model', to: 'sagemaker-model', label: 'deploys', required: true },
    {
      field: 'moreVariants[].model',
      to: 'sagemaker-model',
      label: 'deploys beside it',
      item: ({ name }) => ({ name: name.replace(/[^a-zA-Z0-9]+/g, '-').slice(0, 63) }),
    },
    { field: 'kmsKey', to: 'kms-key', label: 'encrypts volumes with' },
    {
      field: 'dataCapture.bucket',
      to: 'bucket',
      label: 'captures requests to',
      also: () => ({ 'dataCapture.enabled': true }),
    },
    { field: 'dataCapture.kmsKey', to: 'kms-key', label: 'encrypts captured data with' },
    { field: 'async.output', to: 'bucket', label: 'writes answers to', also: () => ({ 'async.enabled': true }) },
    { field: 'async.kmsKey', to: 'kms-key', label: 'encrypts answers with' },
    { field: 'async.successTopic', to: 'topic', label: 'announces answers to' },
    { field: 'async.errorTopic', to: 'topic', label: 'announces failures to' },
  ],
  refuses: [
    {
      to: 'certificate',
      lesson:
        'An endpoint configuration has no TLS or certificate setting. AWS requires TLS 1.2 or later on every SageMaker API by itself.',
    },
  ],
  defaultName: 'endpoint-config',
});
