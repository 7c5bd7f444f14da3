const allowing = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...statement } });

/** Properties of an identity that may do these actions and no more. */
export function may(...actions: readonly string[]) {
  return { policies: [{ name: 'may', document: allowing({ Action: actions, Resource: '*' }) }] };
}

/** Text of a policy of a resource, or of the trust in a role, that lets a service in. */
export function admits(service: string, action: string): string {
  const trust = action.startsWith('sts:');
  return allowing({ Principal: { Service: service }, Action: action, ...(!trust && { Resource: '*' }) });
}
