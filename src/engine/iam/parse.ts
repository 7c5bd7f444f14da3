import type { NodeId } from '../../model/diagram';
import type { FieldPath } from '../../model/path';
import type { ParsedPolicy, Policy, PolicyIssue, PolicyType, Statement } from './contract';
import { type JsonNode, type JsonObject, placesOf, readJson } from './json';
import type { Reporter } from './parse-report';
import { parseStatement } from './parse-statement';

export interface PolicySource {
  readonly name: string;
  readonly node?: NodeId;
  readonly field?: FieldPath;
}
export interface ParseOptions {
  /** accept version 2008-10-17 in every type: for policies that an account already holds. */
  readonly acceptOldVersion?: boolean;
}

const MAX_LENGTH = 131_072;
const MAX_ISSUES = 50;
/** Characters that AWS counts, which leaves out white space. */
const SIZE: Readonly<Record<PolicyType, { readonly limit: number; readonly what: string }>> = {
  identity: { limit: 6144, what: 'a managed policy' },
  resource: { limit: 20_480, what: 'a bucket policy' },
  attached: { limit: 20_480, what: 'a resource policy' },
  trust: { limit: 2048, what: 'a trust policy' },
  endpoint: { limit: 20_480, what: 'an endpoint policy' },
  scp: { limit: 5120, what: 'a service control policy' },
  key: { limit: 32_768, what: 'a key policy' },
};

/** Reads a policy document as AWS would. Total: every defect is an issue with its place, nothing is thrown. */
export function parsePolicy(
  text: string,
  source: PolicySource,
  type: PolicyType,
  options: ParseOptions = {},
): ParsedPolicy {
  const placeOf = placesOf(text.length > MAX_LENGTH ? '' : text);
  const issues: PolicyIssue[] = [];
  const report = (severity: PolicyIssue['severity']) => (at: number, path: string, message: string, remedy: string) => {
    if (issues.length < MAX_ISSUES) issues.push({ severity, path, ...placeOf(at), message, remedy });
  };
  const reporter: Reporter = { error: report('error'), warn: report('warning') };
  if (text.length > MAX_LENGTH) {
    reporter.error(0, '', 'The document is far longer than any policy may be.', 'Shorten it.');
    return { issues };
  }
  const read = readJson(text);
  if ('defect' in read) {
    reporter.error(read.defect.at, '', read.defect.message, read.defect.remedy);
    return { issues };
  }
  const document = readDocument(read.root, type, options, reporter);
  checkSize(text, type, reporter);
  if (!document || issues.some(({ severity }) => severity === 'error')) return { issues };
  return { policy: { ...source, ...document }, issues };
}

function readDocument(
  root: JsonNode,
  type: PolicyType,
  options: ParseOptions,
  reporter: Reporter,
): Pick<Policy, 'version' | 'statements'> | undefined {
  if (root.kind !== 'object') {
    reporter.error(
      root.at,
      '',
      'A policy document is a JSON object.',
      'Begin with { "Version": "2012-10-17", "Statement": [ … ] }.',
    );
    return undefined;
  }
  let version: Policy['version'] | undefined;
  let statements: readonly Statement[] | undefined;
  for (const { key, at, value } of root.members) {
    if (key === 'Version') version = readVersion(value, type, options, reporter);
    else if (key === 'Statement') statements = readStatements(value, type, reporter);
    else if (key === 'Id') {
      if (value.kind !== 'string')
        reporter.error(value.at, 'Id', 'Id is a string.', 'Write one string, or leave Id out.');
    } else {
      reporter.error(
        at,
        key,
        `A policy document has no element “${key.slice(0, 60)}”.`,
        'Only Version, Id and Statement stand here.',
      );
    }
  }
  if (!root.members.some(({ key }) => key === 'Version')) version = absentVersion(root, type, options, reporter);
  if (!root.members.some(({ key }) => key === 'Statement')) {
    reporter.error(root.at, '', 'The document has no Statement.', 'Add "Statement": [ { … } ].');
  }
  return version && statements ? { version, statements } : undefined;
}

const NEEDS_2012: ReadonlySet<PolicyType> = new Set(['identity', 'scp']);

function readVersion(value: JsonNode, type: PolicyType, options: ParseOptions, { error, warn }: Reporter) {
  if (value.kind === 'string' && value.value === '2012-10-17') return '2012-10-17';
  if (value.kind !== 'string' || value.value !== '2008-10-17') {
    error(value.at, 'Version', 'This is not a version of the policy language.', 'Write "Version": "2012-10-17".');
    return undefined;
  }
  if (NEEDS_2012.has(type) && !options.acceptOldVersion) {
    error(value.at, 'Version', 'This type of policy needs version 2012-10-17.', 'Write "Version": "2012-10-17".');
  } else {
    warn(
      value.at,
      'Version',
      'Version 2008-10-17 has no policy variables; ${…} stands for itself.',
      'Write "Version": "2012-10-17".',
    );
  }
  return '2008-10-17';
}

function absentVersion(
  root: JsonObject,
  type: PolicyType,
  options: ParseOptions,
  { error, warn }: Reporter,
): Policy['version'] {
  const remedy = 'Add "Version": "2012-10-17".';
  if (NEEDS_2012.has(type) && !options.acceptOldVersion) {
    error(root.at, '', 'The document has no Version; this type of policy needs 2012-10-17.', remedy);
  } else
    warn(root.at, '', 'Without Version the old language of 2008-10-17 applies, which has no policy variables.', remedy);
  return '2008-10-17';
}

function readStatements(value: JsonNode, type: PolicyType, reporter: Reporter): Statement[] {
  if (value.kind === 'object') return [parseStatement(value, 'Statement', type, reporter)];
  if (value.kind !== 'array' || value.items.length === 0) {
    reporter.error(
      value.at,
      'Statement',
      'Statement is an object or a list of at least one.',
      'Write "Statement": [ { … } ].',
    );
    return [];
  }
  const sids = new Set<string>();
  return value.items.flatMap((item, index) => {
    const path = `Statement[${index}]`;
    if (item.kind !== 'object') {
      reporter.error(
        item.at,
        path,
        'Each statement is an object.',
        'Write { "Effect": …, "Action": …, "Resource": … }.',
      );
      return [];
    }
    const statement = parseStatement(item, path, type, reporter);
    const { sid } = statement;
    if (sid !== undefined && sid !== '') {
      const at = item.members.find(({ key }) => key === 'Sid')?.value.at ?? item.at;
      if (sids.has(sid))
        reporter.error(at, `${path}.Sid`, `Two statements have the Sid “${sid.slice(0, 60)}”.`, 'Give each its own.');
      sids.add(sid);
    }
    return [statement];
  });
}

function checkSize(text: string, type: PolicyType, { warn }: Reporter): void {
  const { limit, what } = SIZE[type];
  if (text.length <= limit) return;
  const counted = text.replace(/\s/g, '').length;
  if (counted > limit) {
    warn(
      0,
      '',
      `The document has ${counted} characters; ${what} holds ${limit} by default.`,
      'Shorten it, or split it.',
    );
  }
}
