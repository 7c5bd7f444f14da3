import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'efs-file-system',
  title: 'EFS file system',
  category: 'data',
  summary: 'Files that many machines mount at once, over NFS, through interfaces in your subnets.',
  traits: ['file-system', 'callable'],
  livesIn: ['account'],
  props: Props,
  links: [
    { field: 'kmsKey', to: 'kms-key', label: 'encrypts with', also: () => ({ encrypted: true }) },
    { field: 'subnets[]', to: 'subnet', label: 'has a mount target in' },
    { field: 'securityGroups[]', to: 'security-group', label: 'is guarded by' },
  ],
  refuses: [
    {
      to: 'interface-endpoint',
      lesson: 'Files do not travel through an interface endpoint. Clients mount the mount targets in your subnets.',
    },
    {
      to: 'certificate',
      lesson: 'EFS brings its own certificate. Encryption in transit is chosen by the client, when it mounts with TLS.',
    },
    {
      to: 'sagemaker-endpoint',
      lesson: 'A real-time endpoint mounts no file system. Notebooks, training jobs, functions and servers do.',
    },
  ],
  defaultName: 'shared-files',
});
