import * as z from 'zod/mini';
import { CALL_EXAMPLES } from './call-examples';
import { defineCheck } from './define';
import { findings } from './finding';
import { Action, callsOf, nameOf } from './subjects';

const say = findings('no-long-lived-credentials');

export const check = defineCheck({
  id: 'no-long-lived-credentials',
  title: 'Callers use temporary credentials',
  help: 'Looks at who signs the call. A role gives credentials that expire on their own. The access keys of a user stay valid until somebody removes them.',
  params: z.strictObject({ action: Action }),
  words: {
    temporary: '{from} signs with the temporary credentials of {who}.',
    permanent: '{from} signs with the access keys of the user {who}, which never expire on their own.',
    unsigned: '{from} has no role to sign with.',
  },
  examples: {
    meets: [CALL_EXAMPLES.works],
    misses: [CALL_EXAMPLES.userKeys],
    silent: [CALL_EXAMPLES.noCall],
  },
  run: (facts, { action }) =>
    callsOf(facts, action).flatMap(({ spec }) => {
      if (spec.signer.type !== 'identity') return [];
      const id = spec.signer.node;
      const from = nameOf(facts, spec.from);
      const principal = id === undefined ? undefined : facts.principals.get(id);
      if (id === undefined || !principal) return [say('misses', 'unsigned', [spec.from], { from })];
      const values = { from, who: nameOf(facts, id) };
      const permanent = principal.facet.longLivedKeys || principal.facet.type === 'user';
      return [say(permanent ? 'misses' : 'meets', permanent ? 'permanent' : 'temporary', [spec.from, id], values)];
    }),
});
