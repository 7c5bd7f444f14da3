import type { Policy, PrincipalPattern } from './contract';

/** A policy of one statement that allows these actions on everything; of a resource: to these principals. */
export function allowPolicy(name: string, action: readonly string[], principal?: readonly PrincipalPattern[]): Policy {
  return {
    name,
    version: '2012-10-17',
    statements: [{ effect: 'Allow', ...(principal && { principal }), action, resource: ['*'], conditions: [] }],
  };
}
