/** Sentences for the steps of a walked request. */
export const REQUEST_REASONS: Readonly<Record<string, string>> = {
  'request.starts': '{from} asks {to} for {action}.',
  'request.no-target': '{from}: {field} is not connected, so there is nothing to ask.',
  'request.not-possible': '{to} has no operation {action}.',
  'request.refused': '{to} does not answer, because AWS refuses it as it is drawn. {lesson}',
  'request.open': 'No policy decides here: {to} serves everybody whose packets arrive.',
  'request.no-identity': '{from} has no role, so it has no credentials to sign {action} with.',
  'request.not-an-identity': '{name} is not a role or a user and cannot sign a request.',
  'request.assumes-role': '{service} assumes {role}: its trust policy admits it.',
  'request.trust-refuses': '{service} cannot assume {role}: the trust policy does not admit it.',
  'request.takes-role': '{user} assumes {role}. From here on only the permissions of the role count.',
  'request.session-limited':
    'The session of {from} has a session policy: it may do what the role allows and this policy allows as well.',
  'request.session-refused': 'STS gives {from} no session, because it refuses the session policy: {message}',
  'request.role-elsewhere':
    '{role} belongs to account {account}, and {from} does not. A service takes roles of its own account only: give it a role there that may assume {role}.',
  'request.trust-missing': '{role} has no valid trust policy, so {service} cannot assume it.',
  'request.signs-as': '{from} signs as {name}.',
  'request.service-signs': '{service} signs in its own name.',
  'request.passes-role': '{from} hands {role} to {service}, which takes iam:PassRole on that role.',
  'request.anonymous': 'The request is not signed.',
  'request.platform': 'The request travels on the AWS network on behalf of {from}. It uses no VPC endpoint.',
  'request.from-internet': 'The request comes from the internet to the public API of {service}.',
  'request.behind-endpoint-only':
    '{to} is private: it answers only what comes through an interface endpoint for {service} with a name that leads there.',
  'request.not-behind-endpoint':
    '{to} is public, and {endpoint} takes every name of {service} in its VPC. Behind that endpoint only private ones answer. Make {to} private, or switch its private DNS names off.',
  'request.not-on-internet': '{service} has no public API that answers on the internet.',
  'request.other-subnets': 'The same way works from each of {count} subnets.',
  'request.key-aws-owned': 'Stored under {label}; nobody needs a permission for that key.',
  'request.key-aws-managed':
    'Uses the AWS managed key {alias}, which admits every principal of this account through its service.',
  'request.key-aws-managed-refuses-service':
    'The AWS managed key {alias} does not admit {service}, and its key policy cannot be edited. A customer managed key can.',
  'request.key-aws-managed-refuses-account':
    'The AWS managed key {alias} of account {account} admits principals of that account only, and its key policy cannot be edited. {caller} is of another one. A customer managed key can be shared.',
  'request.key-granted':
    'Stored under {key}. The service uses it by a grant that it got when {to} was made; the caller needs no permission for the key.',
  'request.key-missing': '{to} names {key} as its key, which is no key of this diagram, so {action} fails.',
  'request.key-needs-signature':
    'The request is not signed, so {key} cannot be used for it: what a KMS key protects answers signed requests only.',
  'request.key-disabled': '{key} is disabled, so {action} fails.',
  'request.key-pending-deletion': '{key} is scheduled for deletion in {days} days and cannot be used.',
  'request.recorded': '{trail} records {event} with the name of the caller.',
  'request.not-recorded': 'No trail records {event}: {why}.',
  'request.event-history':
    '{event} is a management event: the Event history keeps it for 90 days even without a trail.',
};
