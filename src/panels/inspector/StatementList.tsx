import type { Condition, Policy, PrincipalPattern, Statement } from '../../engine/iam/contract';
import styles from './PolicyEditor.module.css';

/** A parsed policy as people read it: who may, or may not, do what to what, and when. */
export function StatementList({ policy }: { readonly policy: Policy }) {
  return (
    <ol className={styles.statements} aria-label="Statements in words">
      {policy.statements.map((statement, index) => (
        <li key={index} data-effect={statement.effect}>
          <div className={styles.statementHead}>
            <span className={styles.effect}>{statement.effect}</span>
            {statement.sid !== undefined ? <span className={styles.sid}>{statement.sid}</span> : null}
          </div>
          <Row label="Who" values={who(statement)} />
          <Row
            label={statement.notAction ? 'Every action except' : 'Actions'}
            values={statement.notAction ?? statement.action}
          />
          <Row
            label={statement.notResource ? 'Everything except' : 'On'}
            values={statement.notResource ?? statement.resource}
          />
          <Row label="When" values={statement.conditions.map(conditionText)} />
        </li>
      ))}
    </ol>
  );
}

function Row({ label, values }: { readonly label: string; readonly values: readonly string[] | undefined }) {
  if (!values || values.length === 0) return null;
  return (
    <div className={styles.statementRow}>
      <span>{label}</span>
      <span className={styles.chips}>
        {values.map((value, index) => (
          <code key={index}>{value}</code>
        ))}
      </span>
    </div>
  );
}

function who(statement: Statement): readonly string[] | undefined {
  if (statement.notPrincipal) return statement.notPrincipal.map((one) => `everybody except ${principalText(one)}`);
  return statement.principal?.map(principalText);
}

function principalText(pattern: PrincipalPattern): string {
  if (pattern.kind === 'everyone') return 'everybody';
  const account = /^arn:[^:]+:iam::(\d{12}):root$/.exec(pattern.value)?.[1];
  return account !== undefined ? `account ${account}` : pattern.value;
}

const OPERATORS: Readonly<Record<string, string>> = {
  StringEquals: '=',
  StringNotEquals: '≠',
  StringLike: 'is like',
  StringNotLike: 'is not like',
  ArnEquals: 'is like',
  ArnLike: 'is like',
  ArnNotEquals: 'is not like',
  ArnNotLike: 'is not like',
  NumericLessThan: '<',
  NumericLessThanEquals: '≤',
  NumericGreaterThan: '>',
  NumericGreaterThanEquals: '≥',
  NumericEquals: '=',
  NumericNotEquals: '≠',
  Bool: '=',
  IpAddress: 'is in',
  NotIpAddress: 'is not in',
};

function conditionText(condition: Condition): string {
  if (condition.operator === 'Null')
    return `${condition.key} ${condition.values[0] === 'true' ? 'is absent' : 'is present'}`;
  const qualifier =
    condition.qualifier === 'ForAllValues' ? 'all of ' : condition.qualifier === 'ForAnyValue' ? 'any of ' : '';
  const joiner = /Not/.test(condition.operator) ? ' and ' : ' or ';
  const operator = OPERATORS[condition.operator] ?? condition.operator;
  const missing = condition.ifExists ? ' (if present)' : '';
  return `${qualifier}${condition.key} ${operator} ${condition.values.join(joiner)}${missing}`;
}
