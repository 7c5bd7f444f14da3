import type { Policy, PolicyIssue, Statement } from './contract';
import { grantsPublicly } from './exposure';
import { placesOf, readJson } from './json';

/** A statement that is right by itself, and that AWS does not take where the policy stands. */
export interface Rule {
  readonly breaks: (statement: Statement) => boolean;
  readonly message: string;
  readonly remedy: string;
}

/** S3 User Guide, “Blocking public access”: with BlockPublicPolicy a policy that allows public access is rejected. */
export const NOT_PUBLIC: Rule = {
  breaks: grantsPublicly,
  message: 'This statement lets everybody in, and Block Public Access is on: AWS refuses such a policy.',
  remedy: 'Name who may do this, or bind it to one organization, network or address range.',
};

/** PrivateLink Guide, “Principals for gateway endpoints”. */
export const PRINCIPAL_IS_EVERYONE: Rule = {
  breaks: ({ principal }) => principal?.every(({ kind }) => kind === 'everyone') !== true,
  message: 'In the policy of a gateway endpoint, Principal must be "*".',
  remedy: 'Write "Principal": "*", and name the role or user in a condition on aws:PrincipalArn.',
};

/** Where the policy breaks the rule. `policy` is what `text` says. */
export function outOfPlace(text: string, { statements }: Policy, { breaks, message, remedy }: Rule): PolicyIssue[] {
  const broken = statements.flatMap((statement, index) => (breaks(statement) ? [index] : []));
  if (broken.length === 0) return [];
  const read = readJson(text);
  const root = 'root' in read && read.root.kind === 'object' ? read.root : undefined;
  const list = root?.members.find(({ key }) => key === 'Statement')?.value;
  const nodes = list?.kind === 'array' ? list.items : list ? [list] : [];
  const placeOf = placesOf(text);
  return broken.map((index) => ({
    severity: 'error',
    path: `Statement[${index}]`,
    ...placeOf(nodes[index]?.at ?? 0),
    message,
    remedy,
  }));
}
