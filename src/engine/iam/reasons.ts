/** Reason code → sentence with {places}. Silence has one family of sentences per layer. */
const SILENT: Readonly<Record<string, string>> = {
  scp: 'No service control policy of level “{level}” allows {action} on {resource}.',
  rcp: 'No resource control policy of level “{level}” allows {action} on {resource}.',
  endpoint: 'The endpoint policy does not allow {caller} to call {action} on {resource}.',
  resource: 'The resource policy does not allow {caller} to call {action} on {resource}.',
  identity: 'No identity policy of {caller} allows {action} on {resource}.',
  boundary: 'The permissions boundary does not allow {action} on {resource}.',
  session: 'The session policy does not allow {action} on {resource}.',
};

/** What the closest Allow lacks. */
const NEAR: Readonly<Record<string, string>> = {
  action: 'Closest is statement {statement} of {policy}: it covers the resource, but only for {pattern}.',
  resource: 'Closest is statement {statement} of {policy}: it allows the action, but on {pattern}.',
  inside:
    'Closest is statement {statement} of {policy}: its Resource {pattern} is the container itself. What is inside needs {pattern}/*.',
  'not-resource':
    'Closest is statement {statement} of {policy}: it allows the action, but NotResource leaves out {pattern}.',
  principal: 'Closest is statement {statement} of {policy}: it allows the action, but its Principal is {pattern}.',
  condition:
    'Statement {statement} of {policy} fits but for a condition: {operator} on {key} wants {expected}, and the request carries {actual}.',
  'missing-key':
    'Statement {statement} of {policy} fits but for a condition: {operator} on {key} wants {expected}, and the request does not carry this key.',
  null: 'Statement {statement} of {policy} fits but for a condition: Null on {key} wants {expected}, and the request carries {actual}.',
};

/** The other layers hold policies without a Principal. */
const NAMES_PRINCIPALS: ReadonlySet<string> = new Set(['rcp', 'endpoint', 'resource']);

const silence = Object.entries(SILENT).flatMap(([layer, sentence]) => [
  [`iam.${layer}-silent`, sentence] as const,
  ...Object.entries(NEAR)
    .filter(([what]) => what !== 'principal' || NAMES_PRINCIPALS.has(layer))
    .map(([what, more]) => [`iam.${layer}-near-${what}`, `${sentence} ${more}`] as const),
]);

export const IAM_REASONS: Readonly<Record<string, string>> = {
  'iam.explicit-deny':
    'Statement {statement} of the {layer} {policy} denies {action} on {resource}. A Deny wins over every Allow.',
  'iam.explicit-deny-condition':
    'Statement {statement} of the {layer} {policy} denies {action} on {resource}: {operator} on {key} names {expected}, and the request carries {actual}. A Deny wins over every Allow.',
  'iam.explicit-deny-missing-key':
    'Statement {statement} of the {layer} {policy} denies {action} on {resource}: the request does not carry {key}, and {operator} holds when the key is missing. A Deny wins over every Allow.',
  'iam.rcp-passes': 'No resource control policy denies {action} on {resource}.',
  'iam.scp-allows': 'Every level of the organization allows {action}; at the root statement {statement} of {policy}.',
  'iam.scp-not-applicable': 'Service control policies do not apply to {caller}.',
  'iam.endpoint-allows': 'Statement {statement} of the endpoint policy {policy} lets {action} on {resource} through.',
  'iam.resource-allows-everyone': 'Statement {statement} of {policy} allows everyone {action} on {resource}.',
  'iam.resource-allows-direct':
    'Statement {statement} of {policy} names {caller} itself. Within one account that is enough: identity policy and boundary need not allow it.',
  'iam.resource-allows-service': 'Statement {statement} of {policy} allows the service {caller} to call {action}.',
  'iam.resource-allows-role':
    'Statement {statement} of {policy} names the role of {caller}. No identity policy is needed; permissions boundary and session policy still limit it.',
  'iam.resource-allows-account':
    'Statement {statement} of {policy} names the account. That grants nothing by itself: an identity policy must allow {action}.',
  'iam.resource-allows-cross-account':
    'Statement {statement} of {policy} lets the caller from another account in. Its own account must allow {action} as well.',
  'iam.resource-no-grant': 'The resource policy neither allows nor denies this; the identity policies decide.',
  'iam.resource-none':
    'Nothing allows {caller} to call {action}: {resource} has no resource policy, and only one could allow it.',
  'iam.cross-account-none':
    '{resource} belongs to account {account} and has no resource policy. Without one nobody from another account has access.',
  'iam.public-access-blocked':
    'The resource policy is public, and Block Public Access admits only account {account} and AWS services then. {caller} is neither.',
  'iam.root-allows': 'The account root user may do everything in its account.',
  'iam.identity-allows': 'Statement {statement} of {policy} allows {action} on {resource}.',
  'iam.identity-none':
    'No identity policy is attached to {caller}, so nothing is allowed: not {action} on {resource} either.',
  'iam.boundary-allows': 'The permissions boundary {policy} allows {action} in statement {statement}.',
  'iam.session-allows': 'The session policy {policy} allows {action} in statement {statement}.',
  ...Object.fromEntries(silence),
};
