import type { Difficulty, Domain } from '../game/level-map';
import { bestOf } from '../game/progress';
import type { Progress } from '../game/progress';
import { capitalise } from '../game/words';
import type { Scenario } from '../model/scenario';
import { ScenarioCard } from './ScenarioCard';
import type { CardScenario } from './ScenarioCard';
import own from './home.module.css';

const WORDS: Readonly<Record<Difficulty, string>> = {
  foundation: 'One idea at a time',
  intermediate: 'Several that hang together',
  advanced: 'A whole system',
};

interface Props {
  readonly map: readonly Domain<CardScenario>[];
  readonly shelf: {
    readonly progress: Progress;
    readonly saved: ReadonlySet<string>;
    readonly imported: readonly Scenario[];
  };
  readonly next: { readonly id: string; readonly words: string } | undefined;
  readonly onRemove: (scenario: Scenario) => void;
}

/** Every domain of the exam with its levels, the easiest first. Nothing is locked. */
export function ScenarioMap({ map, shelf, next, onRemove }: Props) {
  const starsOf = (scenarios: readonly CardScenario[]): string => {
    const stars = scenarios.reduce((sum, { id }) => sum + (bestOf(shelf.progress, id)?.stars ?? 0), 0);
    return `${stars} of ${scenarios.length * 3} stars`;
  };
  return map.map(({ domain, levels }) => (
    <section key={domain} className={own.domain} aria-label={domain}>
      <h2>{domain}</h2>
      <ol className={own.levels}>
        {levels.map(({ difficulty, scenarios }) => (
          <li key={difficulty} className={own.level}>
            <div className={own.levelHead}>
              <h3>{capitalise(difficulty)}</h3>
              <p>{WORDS[difficulty]}</p>
              <p>{starsOf(scenarios)}</p>
            </div>
            <ul className={own.cards}>
              {scenarios.map((one) => {
                const imported = shelf.imported.find((other) => other.id === one.id);
                return (
                  <ScenarioCard
                    key={one.id}
                    scenario={one}
                    best={bestOf(shelf.progress, one.id)}
                    started={shelf.saved.has(one.id)}
                    next={next?.id === one.id ? next.words : undefined}
                    onRemove={imported && (() => onRemove(imported))}
                  />
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  ));
}
