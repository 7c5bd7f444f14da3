import type { NodeOf } from '../../engine/facets';
import { arnName } from '../arn';
import { type CloudFormation, defineTemplate } from '../cloudformation';
import type { Props } from './props';

export const ANALYZER = 'AWS::AccessAnalyzer::Analyzer';

export function cloudFormation({ name, props }: NodeOf<Props>): CloudFormation {
  return { Type: ANALYZER, Properties: { AnalyzerName: arnName(name), Type: props.type } };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  arn: 'Arn',
  nodes: { [ANALYZER]: { name: 'AnalyzerName', props: (reading) => ({ type: reading.text('Type') }) } },
});
