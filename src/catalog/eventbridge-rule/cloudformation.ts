import type { FacetContext, NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { attribute, type CloudFormation, defineTemplate, present, reference, writtenDocument } from '../cloudformation';
import type { Props } from './props';

export const RULE = 'AWS::Events::Rule';

export function cloudFormation({ name, props }: NodeOf<Props>, context: FacetContext): CloudFormation {
  const schedule = props.schedule.trim();
  return {
    Type: RULE,
    Properties: present({
      Name: arnName(name),
      EventPattern: writtenDocument(props.pattern),
      ScheduleExpression: schedule === '' ? undefined : schedule,
      State: props.enabled ? 'ENABLED' : 'DISABLED',
      Targets:
        props.targets.length > 0
          ? props.targets.map((id, index) => ({
              Id: `target-${index + 1}`,
              Arn: context.hasTrait(id, 'topic') ? reference(id) : attribute(id, 'Arn'),
            }))
          : undefined,
    }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'name',
  arn: 'Arn',
  nodes: {
    [RULE]: {
      name: 'Name',
      props(reading) {
        const state = reading.text('State');
        const targets = reading.list('Targets').flatMap((one) => {
          one.text('Id');
          return one.ref('Arn') ?? [];
        });
        return {
          enabled: state === undefined ? undefined : state !== 'DISABLED',
          pattern: reading.policy('EventPattern') ?? '',
          schedule: reading.text('ScheduleExpression'),
          targets: targets.length > 0 ? targets : undefined,
        };
      },
    },
  },
});
