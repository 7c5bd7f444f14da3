import * as z from 'zod/mini';
import { defineCheck } from './define';
import { CALL_EXAMPLES } from './call-examples';
import { findings } from './finding';
import { Action, callsOf, nameOf } from './subjects';

const say = findings('request-stays-private');

export const check = defineCheck({
  id: 'request-stays-private',
  title: 'A request stays on private paths',
  help: 'Looks at the way the packets of a drawn call really take. Gateway endpoints, interface endpoints and the VPC itself are private. An internet gateway, a NAT gateway, a service-managed network and the internet are not. A call whose packets go nowhere stays silent: another requirement asks whether it works.',
  params: z.strictObject({ action: Action }),
  words: {
    private: '{from} reaches {to} through {via}.',
    public: '{from} reaches {to} through {via}, outside the VPC.',
  },
  examples: {
    meets: [CALL_EXAMPLES.works],
    misses: [CALL_EXAMPLES.viaInternet],
    silent: [CALL_EXAMPLES.noCall],
  },
  run: (facts, { action }) =>
    callsOf(facts, action)
      .filter((one) => one.vias.length > 0)
      .map(({ spec, vias, trace }) => {
        const open = vias.find(
          (via) => !['gateway-endpoint', 'interface-endpoint', 'local', 'peering', 'transit', 'vpn'].includes(via.kind),
        );
        const via = open ?? vias[0];
        const values = {
          from: nameOf(facts, spec.from),
          to: nameOf(facts, spec.to),
          via: via?.node === undefined ? (via?.kind.replaceAll('-', ' ') ?? '') : nameOf(facts, via.node),
        };
        const nodes = [spec.from, ...(via?.node === undefined ? [] : [via.node])];
        return say(open ? 'misses' : 'meets', open ? 'public' : 'private', nodes, values, { trace });
      }),
});
