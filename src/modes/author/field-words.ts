import type { FormWords } from '../../panels/schema-form/SchemaForm';

/** What the fields of a scenario are called, and what they are for. */
const WORDS: Readonly<Record<string, FormWords>> = {
  id: {
    title: 'Id',
    help: 'Lower-case letters, digits and hyphens. Saves and links of players name it; do not change it later.',
  },
  title: { title: 'Title', help: 'What the list of scenarios shows.' },
  summary: { title: 'Summary', help: 'One sentence for the list.' },
  story: {
    title: 'Story',
    help: 'Who the player works for, what is planned, what must not happen. It must not name the culprit.',
  },
  task: {
    title: 'Task',
    help: 'Build from a start, fix a fault, complete a half, predict an outcome, harden or defend a design.',
  },
  difficulty: { title: 'Difficulty' },
  minutes: { title: 'Minutes', help: 'How long a student is expected to need.' },
  domain: { title: 'Exam domain', help: 'The heading under which the list shows it.' },
  debrief: { title: 'Debrief', help: 'What the player has proven, and what it means in a real account.' },
  budget: { title: 'Budget, $ a month', help: 'Above it the third star is out of reach.' },
  par: { title: 'Par, $ a month', help: 'What your cheapest solution costs. Prove tells you.' },
  allowedKinds: { title: 'Palette of the player' },
  account: { title: 'Account', help: 'What surrounds the drawing. The player cannot change it.' },
  'account.id': { title: 'Account id' },
  'account.region': { title: 'Region' },
  'account.legacyServices': {
    title: 'Services closed to new customers',
    help: 'Those that this account may still use.',
    one: 'service',
  },
  'account.organization': {
    title: 'Organization id',
    help: 'As in o-a1b2c3d4e5. Requests then carry aws:PrincipalOrgID and aws:ResourceOrgID. Empty is none, unless policies of an organization stand below.',
  },
  'account.managementAccount': {
    title: 'It is the management account',
    help: 'Policies of the organization do not bind it.',
  },
  'account.scps': {
    title: 'Service control policies',
    help: 'What principals of the account may do at most. One list per level, from the root of the organization down; each must allow.',
    one: 'level',
  },
  'account.scps[].level': { title: 'Level' },
  'account.scps[].policies': { title: 'Policies', one: 'policy' },
  'account.scps[].policies[].document': { title: 'Policy document, JSON' },
  'account.rcps': {
    title: 'Resource control policies',
    help: 'What anybody may do with resources of the account at most. They only deny; RCPFullAWSAccess is in force without being written.',
    one: 'level',
  },
  'account.rcps[].level': { title: 'Level' },
  'account.rcps[].policies': { title: 'Policies', one: 'policy' },
  'account.rcps[].policies[].document': { title: 'Policy document, JSON' },
  traffic: { title: 'Traffic', help: 'How the business uses the design, in simulated time.' },
  'traffic.calls': { title: 'Requests an hour', help: 'The first line that names the caller holds.', one: 'line' },
  'traffic.calls[].from': { title: 'Caller', help: 'Id of a node, or a kind.' },
  'traffic.swing': { title: 'Swing between night and day', help: '0 is even; 1 is nothing at 03:00.' },
  'traffic.features': { title: 'Features', one: 'feature' },
  'traffic.minority': { title: 'Share of the smaller group' },
  'traffic.groundTruthDelayHours': { title: 'Hours until the truth is known' },
  'traffic.modelMs': { title: 'Milliseconds of the model' },
  'traffic.worth': { title: 'What it is worth' },
  incidents: {
    title: 'Incidents',
    help: 'What happens when the design is put to the test. Hours count from a Monday at 00:00 UTC.',
    one: 'incident',
  },
  'incidents[].on': { title: 'Where', help: 'Id of a node, or a kind: then every such node is meant.' },
  'incidents[].atHour': { title: 'Begins at hour', help: 'From a Monday at 00:00 UTC.' },
  'incidents[].hours': { title: 'Lasts hours', help: 'Without it, until somebody ends it.' },
  'incidents[].by': {
    title: 'Who does it',
    help: 'Id of a node or a kind. Without it, everybody whose credentials could be used is tried.',
  },
  kinds: { title: 'Kinds', help: 'Which elements are judged.' },
  referredBy: { title: 'Only those that another refers to' },
  where: { title: 'Only those with these values', one: 'condition' },
  expect: { title: 'What is expected' },
  withinHours: { title: 'Within hours' },
  lossBelow: { title: 'The most that may be lost' },
  questions: {
    title: 'Questions at the end',
    help: 'One to three of your own. Every answer says why.',
    one: 'question',
  },
  'questions[].id': { title: 'Id' },
  'questions[].text': { title: 'Question' },
  'questions[].options': { title: 'Answers', one: 'answer' },
  'questions[].options[].text': { title: 'Answer' },
  'questions[].options[].why': { title: 'Why it is right or wrong' },
  predictions: {
    title: 'Predictions',
    help: 'What the player says about the frozen start before anything may be changed.',
    one: 'prediction',
  },
  'predictions[].options': { title: 'Options', one: 'option' },
  requirements: { title: 'Requirements', one: 'requirement' },
  'requirements[].id': { title: 'Id', help: 'Attempts name it.' },
  'requirements[].title': {
    title: 'Title',
    help: 'The goal, as the player reads it. Ask for a property, not for a service.',
  },
  'requirements[].detail': { title: 'Detail', help: 'One or two sentences below the title.' },
  'requirements[].points': { title: 'Points' },
  'requirements[].check': { title: 'Check' },
  'requirements[].params': { title: 'What the check asks' },
  'requirements[].controls': {
    title: 'Controls',
    help: 'Numbers of standards that ask for this, with their source.',
    one: 'control',
  },
  'requirements[].controls[].source': { title: 'Source', help: 'An address or a document.' },
  'requirements[].hints': {
    title: 'Hints',
    help: 'A ladder: nudge, principle, where, and the worked step if you like. At least three.',
    one: 'hint',
  },
  'requirements[].hints[].level': { title: 'Level' },
  'requirements[].hints[].text': { title: 'Hint' },
  'requirements[].debrief': { title: 'Why it matters', help: 'Shown once the goal is met.' },
};

/** By pattern. What a check asks has the words of the scenario's own fields, where they mean the same. */
export function fieldWords(pattern: string): FormWords | undefined {
  if (Object.hasOwn(WORDS, pattern)) return WORDS[pattern];
  const shared = pattern.replace(
    /^(?:requirements\[\]|predictions\[\]\.options\[\])\.params\.(?:(incident)\.)?/,
    (_, incident) => (incident === undefined ? '' : 'incidents[].'),
  );
  return shared !== pattern && Object.hasOwn(WORDS, shared) ? WORDS[shared] : undefined;
}

/** A place as a person says it: `requirements[0].hints[1].text` is `Requirement 1, hint 2, hint`. */
export function placeWords(place: string): string {
  const parts = place.split('.');
  const words = parts.flatMap((part, at) => {
    const [, key = part, index] = /^(.*?)(?:\[(\d+)\])?$/.exec(part) ?? [];
    const pattern = [...parts.slice(0, at), key].join('.').replace(/\[\d+\]/g, '[]');
    const known = fieldWords(pattern);
    if (index !== undefined) return [`${known?.one ?? key} ${Number(index) + 1}`];
    return [known?.title ?? key];
  });
  const [first = '', ...rest] = words;
  return [
    first.charAt(0).toUpperCase() + first.slice(1),
    ...rest.map((word) => word.charAt(0).toLowerCase() + word.slice(1)),
  ].join(', ');
}
