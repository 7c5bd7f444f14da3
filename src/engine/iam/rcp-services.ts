/**
 * The services whose resources resource control policies bind, by the prefix of their actions. Source: AWS
 * Organizations User Guide, "Resource control policies (RCPs)", list of services:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export const RCP_SERVICES: ReadonlySet<string> = new Set([
  's3',
  'sts',
  'sqs',
  'kms',
  'secretsmanager',
  'ecr',
  'aoss',
  'cognito-idp',
  'cognito-identity',
  'logs',
  'dynamodb',
]);

/** Not bound although the service is. Source: AWS KMS Developer Guide, "Resource control policies in AWS KMS". */
export const RCP_SPARES: ReadonlySet<string> = new Set(['kms:retiregrant']);
