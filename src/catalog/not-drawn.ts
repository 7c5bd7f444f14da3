/** Why a resource of a type that no kind reads is not drawn. */
export function whyNotDrawn(type: string): string {
  for (const [pattern, reason] of REASONS) if (pattern.test(type)) return reason;
  return UNKNOWN;
}

const UNKNOWN = 'Perimeter has no such element.';
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^AWS::CloudFormation::Stack$/, 'This is a stack of its own. Import its template by itself.'],
  [/^(Custom::|AWS::CloudFormation::CustomResource$)/, 'Code makes this, and the template does not say what.'],
  [/^AWS::Serverless::/, 'SAM makes other resources of this when the stack is made. They are not in this file.'],
  [/::MODULE$/, 'A module stands for resources that are not in this file.'],
  [/^AWS::CloudFormation::/, 'This takes part in making the stack only.'],
];

/** `GetTemplate` gives the processed template unless it is asked for the original. */
const PROCESSED = '“aws cloudformation get-template” gives what AWS made of it: import that.';

/** What the section `Transform` asks for and is not carried out here, one sentence each. */
export function whyNotTransformed(transform: string): string | undefined {
  if (transform === 'AWS::LanguageExtensions') return undefined;
  if (transform.startsWith('AWS::Serverless-')) return `The short forms of SAM are not carried out here. ${PROCESSED}`;
  return `The macro ${transform} runs inside AWS only. ${PROCESSED}`;
}
