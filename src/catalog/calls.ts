import * as z from 'zod/mini';
import type { FacetContext, NodeOf } from '../engine/facets';
import type { Origin, RequestSpec, Signer } from '../engine/request/facets';
import { field, ref } from '../model/field';
import { list, text } from '../model/schema';
import type { Link } from './kind';
import { nameOf } from './neighbour';

/** What a client wants to ask of others. Empty `action` = the main (first) operation of the target. */
export const Calls = field(
  list(
    z.strictObject({
      action: field(z._default(text(120), ''), {
        title: 'Action',
        help: 'An IAM action such as "s3:GetObject". Leave it empty for what the target is mainly for.',
      }),
      target: ref('callable', { title: 'Target', help: 'What it calls.' }),
    }),
    20,
  ),
  { title: 'Calls', help: 'Requests that it wants to make. Each one is walked through the diagram.' },
);
export type Calls = z.output<typeof Calls>;

export const CALLS_LINK: Link = {
  field: 'calls[].target',
  to: 'callable',
  label: 'calls',
  item: () => ({ action: '' }),
};

/** One request per call that has a target; the same call written twice counts once. */
export function callRequests(
  node: NodeOf<{ readonly calls: Calls }>,
  by: { readonly signer: Signer; readonly origin: Origin },
  context: FacetContext,
): readonly RequestSpec[] {
  const specs = new Map<string, RequestSpec>();
  node.props.calls.forEach(({ action, target }, index) => {
    if (!target) return;
    const wanted = action.trim();
    const id = `${node.id}/${wanted || 'call'}/${target}`;
    if (specs.has(id)) return;
    const name = nameOf(target, context);
    specs.set(id, {
      id,
      from: node.id,
      field: `calls[${index}].target`,
      signer: by.signer,
      origin: by.origin,
      action: wanted,
      to: target,
      purpose: 'call',
      title: wanted ? `${node.name} calls ${wanted} on ${name}` : `${node.name} calls ${name}`,
    });
  });
  return [...specs.values()];
}
