import * as z from 'zod/mini';
import { field, refs } from '../../model/field';
import { flag, text } from '../../model/schema';

const SAGEMAKER = '{\n  "source": ["aws.sagemaker"]\n}';

export const Props = z
  .strictObject({
    enabled: field(flag(true), { title: 'Enabled', help: 'A disabled rule lets every event pass.', aws: 'State' }),
    pattern: field(z._default(text(4096), SAGEMAKER), {
      title: 'Event pattern',
      help: 'JSON. Values stand in lists; fields that are left out do not matter.',
      aws: 'EventPattern',
      control: 'multiline',
    }),
    schedule: field(z._default(text(256), ''), {
      title: 'Schedule',
      help: 'rate(5 minutes) or cron(0 8 * * ? *), in UTC. Empty = it hears events.',
      aws: 'ScheduleExpression',
    }),
    targets: refs('alarm-action', {
      title: 'Targets',
      help: 'Their own policies must admit events.amazonaws.com.',
      aws: 'Targets',
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      const refuse = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
      if (props.pattern.trim() === '' && props.schedule.trim() === '') {
        refuse('pattern', 'A rule needs an event pattern or a schedule.');
      }
      if (props.targets.length > 5) refuse('targets', 'A rule has at most five targets.');
    }),
  );
export type Props = z.output<typeof Props>;
