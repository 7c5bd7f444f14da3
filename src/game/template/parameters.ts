import { isLookedUp } from '../../catalog/pseudo-parameters';
import type { Templates } from '../../catalog/cloudformation';
import type { Json } from '../../model/json';
import { isJsonFields } from './values';

/** A value that whoever makes the stack gives. */
export interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  /** absent: somebody must give it, or Systems Manager keeps it. */
  readonly usual?: string;
  readonly allowed: readonly string[];
  /** what counts as long as nobody gives a value. */
  readonly standIn: string;
  /** CloudFormation never shows its value again. */
  readonly secret: boolean;
}

/** name → what the player gives for it. */
export type ParameterValues = Readonly<Record<string, string>>;

export function parametersOf(template: { readonly [key: string]: Json }): readonly Parameter[] {
  const section = template['Parameters'];
  return Object.entries(isJsonFields(section) ? section : {}).map(([name, declared]) => parameterOf(name, declared));
}

export function parameterOf(name: string, declared: Json | undefined): Parameter {
  const { Type, Description, Default, AllowedValues, MinValue, NoEcho } = isJsonFields(declared)
    ? declared
    : ({} as Record<string, undefined>);
  const type = String(Type ?? 'String');
  const usual = isLookedUp(type) ? undefined : textOf(Default);
  const allowed = Array.isArray(AllowedValues)
    ? (AllowedValues as readonly Json[]).flatMap((one) => textOf(one) ?? [])
    : [];
  return {
    name,
    type,
    description: textOf(Description) ?? '',
    ...(usual !== undefined && { usual }),
    allowed,
    standIn: usual ?? allowed[0] ?? (type === 'Number' ? (textOf(MinValue) ?? '0') : name),
    secret: String(NoEcho).toLowerCase() === 'true',
  };
}

/** Names of the parameters that Perimeter writes itself: it asks nobody for them. */
export function ownParameters(templates: Templates): ReadonlySet<string> {
  return new Set([...templates.values()].flatMap(({ parameters = [] }) => parameters));
}

function textOf(value: Json | undefined): string | undefined {
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}
