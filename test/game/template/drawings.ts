import { Diagram } from '../../../src/model/diagram';
import { Scenario } from '../../../src/model/scenario';

const scenarios = import.meta.glob<{ default: unknown }>('../../../scenarios/*/scenario.json', { eager: true });
const others = import.meta.glob<{ default: { diagram: unknown } }>('../../../scenarios/*/{solutions,attempts}/*.json', {
  eager: true,
});

export interface Drawing {
  /** `<scenario>/solutions/<name>.json` */
  readonly path: string;
  readonly scenario: Scenario;
  readonly diagram: Diagram;
}

const nameOf = (path: string) => path.split('/scenarios/')[1] ?? path;
const byId = new Map(
  Object.entries(scenarios).map(([path, { default: json }]) => [
    nameOf(path).split('/')[0] ?? '',
    Scenario.parse(json),
  ]),
);

/** Starts, solutions and attempts of all built-in scenarios. */
export const drawings: readonly Drawing[] = [
  ...[...byId].map(([id, scenario]) => ({ path: `${id}/start`, scenario, diagram: scenario.start })),
  ...Object.entries(others).flatMap(([path, { default: json }]) => {
    const scenario = byId.get(nameOf(path).split('/')[0] ?? '');
    return scenario ? [{ path: nameOf(path), scenario, diagram: Diagram.parse(json.diagram) }] : [];
  }),
];
