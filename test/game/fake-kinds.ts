import * as z from 'zod/mini';
import { defineKind, type Kind, type WholeCatalog } from '../../src/catalog/kind';
import { withFacets } from '../../src/catalog/with-facets';
import type { Outcome } from '../../src/game/command';
import type { Diagram, DiagramNode } from '../../src/model/diagram';
import { field, ref, refs } from '../../src/model/field';
import type { Json } from '../../src/model/json';
import { choice, flag } from '../../src/model/schema';

const box = (id: string, livesIn: string[], extra: object = {}) => ({
  id,
  title: id.charAt(0).toUpperCase() + id.slice(1),
  category: 'network' as const,
  summary: `A ${id}.`,
  livesIn,
  links: [],
  defaultName: id,
  docs: [],
  ...extra,
});

const yard = defineKind({
  ...box('yard', ['account']),
  container: { width: 600, height: 400 },
  props: z.object({ mainTable: ref('table', { title: 'Main table' }) }),
  links: [{ field: 'mainTable', to: 'table', label: 'uses by default' }],
  companions: [{ kind: 'table', suffix: 'main', field: 'mainTable', inside: true, props: { main: true } }],
});

const room = defineKind({
  ...box('room', ['yard']),
  container: { width: 200, height: 160 },
  props: z.object({ table: ref('table', { title: 'Table' }) }),
  links: [{ field: 'table', to: 'table', label: 'uses' }],
});

const Rule = z.strictObject({
  to: field(z._default(z.string(), '10.0.0.0/8'), { title: 'To' }),
  target: ref('thing', { title: 'Target' }),
});
const table = defineKind({
  ...box('table', ['yard']),
  props: z.object({
    main: field(flag(false), { title: 'Main' }),
    rules: field(z._default(z.array(Rule), [{ to: 'local' }]), { title: 'Rules' }),
  }),
  links: [{ field: 'rules[].target', to: 'thing', label: 'sends to', item: () => ({ to: '0.0.0.0/0' }) }],
  removable: (props) => !props.main,
});

const thing = defineKind({
  ...box('thing', ['room', 'account']),
  traits: ['usable'],
  props: z.object({
    key: ref('key', { title: 'Key' }),
    rooms: refs('room', { title: 'Rooms' }),
    friends: field(z._default(z.array(z.object({ who: ref('usable', { title: 'Who' }) })), []), { title: 'Friends' }),
    mode: field(choice(['free', 'own'], 'own'), { title: 'Mode' }),
    rotates: field(flag(false), { title: 'Rotate automatically' }),
    wait: field(z._default(z.number(), 5), { title: 'Wait', unit: 's' }),
    policy: field(z._default(z.string(), ''), { title: 'Policy', control: 'policy' }),
    nested: field(z.prefault(z.object({ list: z._default(z.array(z.string()), ['a', 'b']) }), {}), { title: 'Nested' }),
  }),
  links: [
    {
      field: 'key',
      to: 'key',
      label: 'encrypts with',
      also: ({ mode }: Readonly<Record<string, unknown>>): { readonly [field: string]: Json } =>
        mode === 'own' ? {} : { mode: 'own' },
    },
    { field: 'rooms[]', to: 'room', label: 'reaches into' },
    { field: 'friends[].who', to: 'usable', label: 'knows' },
  ],
  refuses: [{ to: 'table', lesson: 'A thing has no table of its own: its room has one.' }],
});

const key = defineKind({
  ...box('key', ['account']),
  props: z.object({ days: field(z._default(z.int().check(z.minimum(1)), 30), { title: 'Days' }) }),
});

/** Has a companion beside it, as an endpoint has its configuration. */
const front = defineKind({
  ...box('front', ['account']),
  props: z.object({ back: ref('back', { title: 'Back' }) }),
  links: [{ field: 'back', to: 'back', label: 'serves' }],
  refuses: [{ to: 'key', lesson: 'A front never opens a key: what stands behind it does.' }],
  companions: [{ kind: 'back', suffix: '-config', field: 'back', inside: false, props: {} }],
});
const back = defineKind({ ...box('back', ['account']), props: z.object({}), removable: () => false });

const kinds: Kind[] = [yard, room, table, thing, key, front, back];
export const fakes: WholeCatalog = withFacets(
  new Map(kinds.map((kind) => [kind.id, kind])),
  kinds.map(({ id }) => [id, {}]),
);

export function node(id: string, kind: string, more: Partial<DiagramNode> = {}): DiagramNode {
  return { id, kind, name: id, position: { x: 0, y: 0 }, props: {}, ...more };
}
export function drawn(...nodes: DiagramNode[]): Diagram {
  return { nodes: Object.fromEntries(nodes.map((one) => [one.id, one])) };
}
/** The outcome must be a success: shows the refusal when it is not. */
export function done(outcome: Outcome): Extract<Outcome, { ok: true }> {
  if (!outcome.ok) throw new Error(`refused: ${outcome.why}`);
  return outcome;
}
export function refused(outcome: Outcome): Extract<Outcome, { ok: false }> {
  if (outcome.ok) throw new Error(`not refused: ${outcome.said.text}`);
  return outcome;
}
