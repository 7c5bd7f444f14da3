import type { Reason } from '../../model/trace';
import type { DecisionStep, Layer } from './contract';
import type { Match, Question } from './matching';
import { conditionValues, labelOf } from './near';
import { subjectOf } from './scribe';

const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  scp: 'service control policy',
  rcp: 'resource control policy',
  endpoint: 'endpoint policy',
  resource: 'resource policy',
  identity: 'identity policy',
  boundary: 'permissions boundary',
  session: 'session policy',
};

/** The step of an explicit denial: the first layer gives the reason, the statements of all layers are named. */
export function denialOf(
  question: Question,
  ordered: readonly (readonly [Layer, readonly Match[]])[],
): DecisionStep | undefined {
  const first = ordered.find(([, denies]) => denies.length > 0);
  const match = first?.[1][0];
  if (!first || !match) return undefined;
  const statements = ordered.flatMap(([, denies]) => denies).map((deny) => deny.compiled.ref);
  return { layer: first[0], verdict: 'fail', reason: reasonOf(question, first[0], match), statements };
}

/** A Deny often applies because a key is absent, which surprises; then the reason names that key. */
function reasonOf(question: Question, layer: Layer, { compiled }: Match): Reason {
  const values = {
    ...subjectOf(question),
    layer: LAYER_WORDS[layer],
    policy: compiled.ref.policy,
    statement: labelOf(compiled.ref),
  };
  const absent = compiled.conditions.find(
    ({ key, condition }) => condition.operator !== 'Null' && (question.lookup(key) ?? []).length === 0,
  );
  const telling = absent ?? compiled.conditions[0];
  if (!telling) return { code: 'iam.explicit-deny', values };
  const code = absent ? 'iam.explicit-deny-missing-key' : 'iam.explicit-deny-condition';
  return { code, values: { ...values, ...conditionValues(telling, question) } };
}
