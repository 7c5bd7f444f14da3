import { catalog } from '../../src/catalog/index';
import type { Facts } from '../../src/engine/facts';
import { factsOf } from '../../src/engine/facts-of';
import { Account } from '../../src/model/account';
import type { DiagramNode } from '../../src/model/diagram';
import { firstFailure } from '../../src/model/trace';

export interface Sketch {
  readonly [id: string]: { readonly kind: string; readonly in?: string; readonly props?: DiagramNode['props'] };
}

/** What a small diagram means to the whole simulator, with the real catalogue. Nodes are named after their ids. */
export function meaning(sketch: Sketch, account: Partial<Account> = {}): Facts {
  const nodes = Object.entries(sketch).map(([id, { kind, in: parent, props }]): [string, DiagramNode] => [
    id,
    { id, kind, name: id, ...(parent !== undefined && { parent }), position: { x: 0, y: 0 }, props: props ?? {} },
  ]);
  return factsOf({ nodes: Object.fromEntries(nodes) }, Account.parse(account), catalog);
}

/** `allowed`, or the reason code of the first failure, of the request with this action from this node. */
export function outcome(facts: Facts, from: string, action: string, to?: string): string {
  const walked = facts.requests.find(
    ({ spec }) => spec.from === from && spec.action === action && (to === undefined || spec.to === to),
  );
  if (!walked) return 'not asked';
  return walked.trace.allowed ? 'allowed' : (firstFailure(walked.trace)?.reason.code ?? 'denied');
}

/** Messages about one node's properties. */
export function complaints(facts: Facts, node: string): readonly string[] {
  return facts.problems
    .filter(({ reason, nodes }) => reason.code === 'graph.invalid-property' && nodes.includes(node))
    .map(({ reason }) => String(reason.values['field']));
}

export type Statement = Readonly<Record<string, unknown>>;

export function policy(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

export function allow(action: string | readonly string[], resource: string | readonly string[] = '*'): Statement {
  return { Effect: 'Allow', Action: action, Resource: resource };
}

/** A role that this service may assume, with these permissions. */
export function role(service: string, ...statements: readonly Statement[]): Sketch[string] {
  return {
    kind: 'iam-role',
    props: {
      trustPolicy: policy({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }),
      policies: [{ name: 'permissions', document: policy(...statements) }],
    },
  };
}

const ROOT = {
  Sid: 'Account',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};

/** A KMS key with the account statement, and services that may use it. */
export function key(service?: string, ...actions: readonly string[]): Sketch[string] {
  const admitted = { Effect: 'Allow', Principal: { Service: service }, Action: actions, Resource: '*' };
  return { kind: 'kms-key', props: { keyPolicy: policy(ROOT, ...(service === undefined ? [] : [admitted])) } };
}
