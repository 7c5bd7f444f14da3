import { closest } from '../closest';
import type { PolicyIssue, PolicyType } from './contract';
import { type JsonNode, type JsonObject, placesOf, readJson } from './json';
import { actionsLike, type Known, type KnownAction, mayBe } from './known';

type Doubt = readonly [at: number, path: string, message: string, remedy: string];
interface Item {
  readonly at: number;
  readonly path: string;
  readonly value: string;
}

/**
 * What is grammatical in a policy but has no meaning: services, actions and condition keys that AWS does not have,
 * and actions whose statement names no resource that they act on. All are warnings: AWS stores such a policy, and it
 * then grants nothing. An empty list for a text that is no policy document.
 */
export function doubtsOf(text: string, type: PolicyType, known: Known): PolicyIssue[] {
  const read = readJson(text);
  if (!('root' in read) || read.root.kind !== 'object') return [];
  const placeOf = placesOf(text);
  return statementsOf(read.root)
    .flatMap(([path, statement]) => doubtsOfStatement(statement, path, type, known))
    .slice(0, 50)
    .map(([at, path, message, remedy]) => ({ severity: 'warning', path, ...placeOf(at), message, remedy }));
}

function statementsOf(root: JsonObject): [string, JsonObject][] {
  const value = member(root, 'Statement');
  if (value?.kind === 'object') return [['Statement', value]];
  if (value?.kind !== 'array') return [];
  return value.items.flatMap((item, at): [string, JsonObject][] =>
    item.kind === 'object' ? [[`Statement[${at}]`, item]] : [],
  );
}

function member(object: JsonObject, key: string): JsonNode | undefined {
  return object.members.find((one) => one.key === key)?.value;
}

function items(statement: JsonObject, path: string, key: string): Item[] {
  const node = member(statement, key);
  const list = node?.kind === 'array' ? node.items : node ? [node] : [];
  return list.flatMap((item) =>
    item.kind === 'string' ? [{ at: item.at, path: `${path}.${key}`, value: item.value }] : [],
  );
}

function doubtsOfStatement(statement: JsonObject, path: string, type: PolicyType, known: Known): Doubt[] {
  const actions = items(statement, path, 'Action');
  const resources = items(statement, path, 'Resource');
  const named = [...actions, ...items(statement, path, 'NotAction')].flatMap((item) => doubtsOfName(item, known));
  // A key policy's "*" is its own key, and a trust policy has no resource.
  const placed = type === 'key' || type === 'trust' ? [] : doubtsOfPlace(actions, resources, known);
  return [...named, ...placed, ...doubtsOfKeys(statement, path, known)];
}

/** What an entry of Action means: `everything`, or actions of one service; `undefined` when the table cannot say. */
function meaning(value: string, known: Known): readonly KnownAction[] | 'everything' | undefined {
  if (value === '*' || value === '*:*') return 'everything';
  const [prefix = '', name = ''] = value.split(':');
  const service = known.service(prefix.toLowerCase());
  return service && actionsLike(service, name);
}

function doubtsOfName({ at, path, value }: Item, known: Known): Doubt[] {
  const [prefix = '', name] = value.split(':');
  if (name === undefined || prefix === '*') return [];
  const lower = prefix.toLowerCase();
  if (!known.prefixes.includes(lower)) {
    const near = closest(lower, known.prefixes);
    const remedy =
      near === undefined
        ? 'Look the service up in the Service Authorization Reference.'
        : `Write “${near}:${clip(name)}”.`;
    return [[at, path, `AWS has no service with the prefix “${clip(prefix)}”.`, remedy]];
  }
  const service = known.service(lower);
  if (!service || actionsLike(service, name).length > 0) return [];
  if (/[*?]/.test(name)) {
    return [[at, path, `No action of ${service.title} fits “${clip(name)}”.`, 'Check the wildcard.']];
  }
  const near = closest(
    name,
    [...service.actions.values()].map((action) => action.name),
  );
  const remedy = near === undefined ? `Choose an action of ${lower}.` : `Write “${lower}:${near}”.`;
  return [[at, path, `${service.title} has no action “${clip(name)}”. This entry grants nothing.`, remedy]];
}

function doubtsOfPlace(actions: readonly Item[], resources: readonly Item[], known: Known): Doubt[] {
  if (resources.length === 0 || resources.some(({ value }) => value === '*')) return [];
  const meanings = actions.map(({ value }) => meaning(value, known));
  const lost = actions.flatMap(({ at, path, value }, index): Doubt[] => {
    const meant = meanings[index];
    if (meant === undefined || meant === 'everything' || meant.length === 0) return [];
    if (meant.some((action) => resources.some((one) => fits(one.value, action)))) return [];
    const types = [...new Set(meant.flatMap((action) => action.types.map(({ arn }) => arn)))];
    return [
      types.length === 0
        ? [
            at,
            path,
            `${value} acts on no resource of its own, so this statement does not grant it.`,
            'Give it a statement with "Resource": "*".',
          ]
        : [at, path, `No resource of this statement is one that ${value} acts on.`, `It acts on ${listed(types)}.`],
    ];
  });
  if (meanings.some((meant) => meant === undefined || meant === 'everything')) return lost;
  const idle = resources.flatMap(({ at, path, value }): Doubt[] =>
    meanings.some(
      (meant) => Array.isArray(meant) && (meant.length === 0 || meant.some((action) => fits(value, action))),
    )
      ? []
      : [
          [
            at,
            path,
            `No action of this statement acts on ${clip(value)}.`,
            'Move it to the statement it belongs to, or correct the ARN.',
          ],
        ],
  );
  // One of the two says it already.
  return lost.length > 0 ? lost : idle;
}

function fits(resource: string, action: KnownAction): boolean {
  return action.types.some((type) => mayBe(resource, type));
}

function doubtsOfKeys(statement: JsonObject, path: string, known: Known): Doubt[] {
  const condition = member(statement, 'Condition');
  if (condition?.kind !== 'object') return [];
  return condition.members.flatMap(({ key: operator, value: block }) =>
    block.kind === 'object'
      ? block.members.flatMap(({ key, at }) => doubtsOfKey(key, at, `${path}.Condition.${clip(operator)}`, known))
      : [],
  );
}

function doubtsOfKey(key: string, at: number, path: string, known: Known): Doubt[] {
  const prefix = key.slice(0, Math.max(0, key.indexOf(':'))).toLowerCase();
  const service = known.service(prefix);
  const names = prefix === 'aws' ? known.globalKeys : service?.keys;
  if (!names || [...names, ...known.globalKeys].some((name) => isKey(key, name))) return [];
  const near = closest(key, names);
  const what =
    prefix === 'aws' ? 'AWS has no global condition key' : `${service?.title ?? prefix} has no condition key`;
  const remedy = near === undefined ? 'Check the name of the key.' : `Write “${near}”.`;
  return [[at, path, `${what} “${clip(key)}”. No request carries it.`, remedy]];
}

/** `aws:RequestTag/${TagKey}` and `aws:PrincipalTag/tag-key` stand for any tag, `kms:EncryptionContext:${…}` for any context. */
function isKey(key: string, name: string): boolean {
  const lower = key.toLowerCase();
  const open = /\$\{|(?<=\/)tag-key$/.exec(name)?.index;
  if (open === undefined) return lower === name.toLowerCase();
  return lower.length > open && lower.startsWith(name.slice(0, open).toLowerCase());
}

const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
const listed = (list: readonly string[]): string =>
  list.length > 3 ? `${list.slice(0, 3).join(', ')} and ${list.length - 3} more` : list.join(' or ');
