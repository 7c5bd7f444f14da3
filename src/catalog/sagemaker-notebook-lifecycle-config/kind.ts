import { MOUNTS_LINK } from '../file-systems';
import { defineKind } from '../kind';
import { Props } from './props';

export const kind = defineKind({
  id: 'sagemaker-notebook-lifecycle-config',
  title: 'Notebook lifecycle configuration',
  category: 'ml',
  summary: 'Scripts that run as root when a notebook is made or started, such as one that mounts a file system.',
  livesIn: ['account'],
  props: Props,
  links: [MOUNTS_LINK],
  refuses: [
    {
      to: 'role',
      lesson: 'A script has no role of its own. It works with the execution role of the notebook that runs it.',
    },
  ],
  defaultName: 'lifecycle-config',
});
