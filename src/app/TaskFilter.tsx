import { TASKS } from './ScenarioCard';
import type { CardScenario } from './ScenarioCard';
import own from './home.module.css';

type Task = CardScenario['task'];
const ORDER: readonly Task[] = ['build', 'fix', 'complete', 'predict', 'harden', 'defend'];

interface Props {
  readonly scenarios: readonly CardScenario[];
  /** absent: all of them. */
  readonly task: Task | undefined;
  readonly onTask: (task: Task | undefined) => void;
}

/** Shows one type of task alone. Types that no scenario has are not offered. */
export function TaskFilter({ scenarios, task, onTask }: Props) {
  const many = (one: Task): number => scenarios.filter((scenario) => scenario.task === one).length;
  return (
    <div className={own.filter} role="group" aria-label="Type of task">
      <button type="button" aria-pressed={task === undefined} onClick={() => onTask(undefined)}>
        All <small>{scenarios.length}</small>
      </button>
      {ORDER.filter((one) => many(one) > 0).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={task === one}
          onClick={() => onTask(task === one ? undefined : one)}
        >
          {TASKS[one]} <small>{many(one)}</small>
        </button>
      ))}
    </div>
  );
}
