// The direction of imports. Each comment says what to do instead. Room by room: design in CONTRIBUTING.md.
import { readdirSync, readFileSync } from 'node:fs';

/** Low to high: a room imports itself and the rooms before it. `main` is src/main.tsx. */
const ROOMS = ['kit', 'model', 'engine', 'catalog', 'checks', 'game', 'store', 'canvas', 'panels', 'modes', 'app'];
const TOPICS = ['iam', 'network', 'encryption', 'monitoring', 'cost'];
const PURE = '^src/(model|engine|catalog|checks|game)/';

const checkFiles = readdirSync('src/checks').filter(
  (name) =>
    name.endsWith('.ts') &&
    name !== 'index.ts' &&
    /^export const check\b/m.test(readFileSync(`src/checks/${name}`, 'utf8')),
);
const aCheck =
  checkFiles.length > 0 ? `^src/checks/(${checkFiles.map((name) => name.replace('.', '\\.')).join('|')})$` : '^$';

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });
const rooms = (names) => `^src/(${names.join('|')})/`;

/** One vendor, one door. */
const door = (vendor, owners) =>
  rule(
    `only-${owners.join('-and-')}-know-${vendor.replace(/\W+/g, '-').replace(/^-/, '')}`,
    `${vendor} comes in through ${owners.join(', ')} alone, so that it can be replaced there. Ask that room for what you need in its own words.`,
    { path: '^src/', pathNot: rooms(owners) },
    { path: `^node_modules/${vendor}(/|$)` },
  );

export default {
  forbidden: [
    ...ROOMS.map((room, at) =>
      rule(
        `${room}-imports-lower-rooms-only`,
        `Imports run ${ROOMS.join(' → ')} → main, from high to low. Move what you need down, or pass it to ${room} as an argument.`,
        { path: `^src/${room}/` },
        { path: [...(at < ROOMS.length - 1 ? [rooms(ROOMS.slice(at + 1))] : []), '^src/cli/', '^src/main\\.tsx$'] },
      ),
    ),
    rule(
      'cli-imports-up-to-game',
      'The terminal uses the pure core only. What it shares with the screens belongs into game or lower.',
      { path: '^src/cli/' },
      { path: ['^src/(kit|store|canvas|panels|modes|app)/', '^src/main\\.tsx$'] },
    ),
    rule(
      'engine-receives-the-catalog',
      'The engine never names a service: catalog and checks are arguments of evaluate(). Ask a facet, or add one to your topic.',
      { path: '^src/engine/' },
      { path: '^src/(catalog|checks)/' },
    ),
    rule(
      'topics-are-strangers',
      'A topic of the engine knows no other. Where two must meet, they meet in request/ or in evaluate.ts.',
      { path: `^src/engine/(${TOPICS.join('|')})/` },
      { path: '^src/engine/([^/]+)/', pathNot: '^src/engine/$1/' },
    ),
    rule(
      'request-uses-three-topics',
      'A walk goes through network, iam and encryption. Records that it leaves are data; monitoring reads them later.',
      { path: '^src/engine/request/' },
      { path: '^src/engine/(monitoring|cost|time)/' },
    ),
    rule(
      'time-uses-request-and-monitoring',
      'Simulated time replays requests and watches signals. Ask those two for the rest.',
      { path: '^src/engine/time/' },
      { path: '^src/engine/(iam|network|encryption|cost)/' },
    ),
    rule(
      'kinds-are-strangers',
      'A kind refers to others by trait in `links`, never by import. What two kinds share stands beside kind.ts.',
      { path: '^src/catalog/([^/]+)/' },
      { path: '^src/catalog/([^/]+)/', pathNot: '^src/catalog/$1/' },
    ),
    rule(
      'cards-know-no-facets',
      'What a kind answers to the engine comes with the simulator, after the canvas. A card has what drawing needs (docs/decisions/0006).',
      { path: '^src/catalog/([^/]+/(kind|props)|cards)\\.tsx?$' },
      { path: '^src/catalog/([^/]+/(facets|cost|time|cloudformation)|index|templates)\\.ts$' },
    ),
    rule(
      'facets-come-with-the-simulator',
      'The whole catalogue loads after the canvas. Take `cards`, or the catalog of the session; who needs facets loads later itself, and is named in this rule.',
      {
        path: '^src/(game|store|canvas|panels|modes|app)/',
        pathNot: ['^src/app/simulate\\.ts$', '^src/modes/play/(Im|Ex)portTemplateDialog\\.tsx$'],
      },
      { path: '^src/catalog/index\\.ts$' },
    ),
    rule(
      'checks-are-strangers',
      'A check asks the facts. What two checks share is a fact: move it into the engine, or into a shared file of this room.',
      { path: aCheck },
      { path: aCheck },
    ),
    rule(
      'checks-ask-facts-not-the-catalog',
      'A check reads Facts and nothing else; it must hold for a service that does not exist yet. Ask by facet or trait.',
      { path: '^src/checks/' },
      { path: '^src/catalog/' },
    ),
    rule(
      'modes-are-strangers',
      'Modes share panels and store, not each other. Move the shared part down.',
      { path: '^src/modes/([^/]+)/' },
      { path: '^src/modes/([^/]+)/', pathNot: '^src/modes/$1/' },
    ),
    rule(
      'ts-computes-tsx-draws',
      'In the pure rooms a .ts file runs without a browser. Turn it round: let the .tsx import the .ts.',
      { path: `${PURE}.*\\.ts$` },
      { path: '\\.tsx$' },
    ),
    rule(
      'pure-files-know-no-react',
      'In the pure rooms only .tsx files draw. Return data, and let a .tsx show it.',
      { path: `${PURE}.*\\.ts$` },
      { path: '^node_modules/(@types/)?(react|react-dom)(/|$)' },
    ),
    door('@codemirror', ['kit']),
    door('@xyflow/react', ['canvas']),
    door('cmdk', ['kit']),
    door('d3-scale', ['panels']),
    door('d3-shape', ['panels']),
    door('zustand', ['store']),
    door('immer', ['game', 'store']),
    door('zod', ['model', 'engine', 'catalog', 'checks', 'game']),
    rule(
      'schemas-are-written-in-zod-mini',
      'Write `import * as z from "zod/mini"` and the shapes of model/schema.ts: zod itself weighs three times as much (docs/decisions/0008).',
      { path: '^(src|test)/' },
      { path: '^node_modules/zod/(index\\.|v4/classic/|v3/)' },
    ),
    rule(
      'no-cycles',
      'Two files that need each other are one file, or miss a third. Type-only imports count: the type belongs to the lower one.',
      { path: '^(src|test)/' },
      { circular: true },
    ),
    rule(
      'scenarios-are-content',
      'Source knows no scenario; the generated list in app loads them on demand.',
      { path: '^src/', pathNot: ['^src/app/scenario-index\\.ts$', '^src/cli/'] },
      { path: '^scenarios/' },
    ),
    rule(
      'source-knows-no-tests',
      'Tests import the source, never the other way. Move the shared part into a room.',
      { path: '^src/' },
      { path: '^(test|scripts)/' },
    ),
    rule(
      'shipped-code-uses-shipped-packages',
      'A package that src imports stands under "dependencies" of package.json.',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'imports-resolve',
      'The file or package is not there. Check the path; relative imports have no extension.',
      { path: '^(src|test)/' },
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.](css|svg|md)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
};
