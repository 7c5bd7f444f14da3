import type { Json } from '../model/json';

export interface CloudFormationResource {
  readonly Type: string;
  readonly Properties: { readonly [key: string]: Json };
}

/** One node as a template resource; `With` holds the parts that AWS models as resources of their own. */
export interface CloudFormation extends CloudFormationResource {
  readonly With?: { readonly [suffix: string]: CloudFormationResource };
}

/** `fraud-vpc-1` → `FraudVpc1`: logical ids are alphanumeric. */
export function logicalId(nodeId: string): string {
  return nodeId
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

export function reference(nodeId: string): { readonly Ref: string } {
  return { Ref: logicalId(nodeId) };
}

export function attribute(nodeId: string, name: string): Json {
  return { 'Fn::GetAtt': [logicalId(nodeId), name] };
}

/** A policy as JSON; text that does not parse stays text, so that nothing is lost. */
export function policyDocument(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Leaves out what is not set, as a template would. */
export function present(values: { readonly [key: string]: Json | undefined }): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

export function inlinePolicies(policies: readonly { readonly name: string; readonly document: string }[]): Json {
  return policies.map(({ name, document }) => ({ PolicyName: name, PolicyDocument: policyDocument(document) }));
}

/** A boundary is a managed policy of its own that the identity names. */
export function boundaryPolicy(id: string, text: string): { reference?: Json; resource?: CloudFormationResource } {
  if (text.trim() === '') return {};
  return {
    reference: reference(`${id}-boundary`),
    resource: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: policyDocument(text) } },
  };
}
