import type { Account } from '../model/account';

export const NO_VALUE = 'AWS::NoValue';
export const ACCOUNT_ID = 'AWS::AccountId';
export const REGION = 'AWS::Region';
export const STACK_NAME = 'AWS::StackName';

const STACK = 'perimeter';

/** What CloudFormation knows without being told, for one account in one Region. */
export function pseudoParameters({ id, region }: Account): Readonly<Record<string, string>> {
  return {
    [ACCOUNT_ID]: id,
    [REGION]: region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    [STACK_NAME]: STACK,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${id}:stack/${STACK}/11111111-2222-3333-4444-555555555555`,
    'AWS::NotificationARNs': '',
  };
}

/** Types of parameters whose default is only the name under which Systems Manager keeps the value. */
export function isLookedUp(parameterType: string): boolean {
  return parameterType.startsWith('AWS::SSM::Parameter::');
}

/** Whether a parameter of this type holds several values in one text, also one that Systems Manager looks up. */
export function holdsList(parameterType: string): boolean {
  return /^(AWS::SSM::Parameter::Value<)?(List<|CommaDelimitedList)/.test(parameterType);
}
