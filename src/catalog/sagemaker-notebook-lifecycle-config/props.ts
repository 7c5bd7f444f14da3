import * as z from 'zod/mini';
import { field } from '../../model/field';
import { text } from '../../model/schema';
import { mountIssues, Mounts } from '../file-systems';

/** AWS counts characters of a script before it is encoded. */
const Script = z._default(text(16_384), '');
const NO_SECRET = /AKIA[0-9A-Z]{16}|aws_secret_access_key|BEGIN [A-Z ]*PRIVATE KEY/i;

export const Props = z
  .strictObject({
    onCreate: field(Script, {
      title: 'On create',
      help: 'Runs once, as root, when the notebook is made. It must end within five minutes.',
      aws: 'OnCreate.Content',
    }),
    onStart: field(Script, {
      title: 'On start',
      help: 'Runs as root at every start, also the first. When it fails, the notebook does not start.',
      aws: 'OnStart.Content',
    }),
    mounts: field(Mounts, {
      title: 'Mounts at start',
      help: 'What the start script mounts, from the notebook’s own interface in the VPC: the subnet must reach it on TCP 2049.',
      aws: 'OnStart.Content',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      for (const path of ['onCreate', 'onStart'] as const) {
        if (NO_SECRET.test(props[path]))
          issues.addIssue({
            code: 'custom',
            path: [path],
            message: 'Everybody who may describe the configuration reads the script. Keep secrets out of it.',
          });
      }
      for (const issue of mountIssues(props.mounts)) issues.addIssue({ code: 'custom', ...issue });
    }),
  );
export type Props = z.output<typeof Props>;
