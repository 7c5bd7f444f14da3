import * as z from 'zod/mini';
import { type DoorFacet, TLS_VERSIONS } from '../engine/request/facets';
import { defineCheck } from './define';
import { example } from './example';
import { findings } from './finding';
import { Subjects, subjectsOf } from './subjects';

const say = findings('doors-are-guarded');
const DEMANDS = ['certificate', 'filter', 'rules', 'logs', 'authenticates', 'validates'] as const;
const WHAT = {
  certificate: 'a certificate for a domain of its own',
  filter: 'a web ACL',
  rules: 'a web ACL with a rule',
  logs: 'access logs',
  authenticates: 'authorisation of callers',
  validates: 'validation of requests',
} as const;

export const check = defineCheck({
  id: 'doors-are-guarded',
  title: 'A front door has what it needs',
  help: 'Looks at every load balancer, API and distribution: the lowest version of TLS that it really answers, on every address that it has, and whether there stand a certificate of its own, a web ACL, access logs, authorisation and validation, as far as they are asked for.',
  params: z.extend(Subjects, {
    /** the lowest version that may be answered. */
    minimumTls: z.optional(z.enum(['1.0', '1.1', '1.2', '1.3'])),
    needs: z.optional(z.array(z.enum(DEMANDS)).check(z.maxLength(DEMANDS.length))),
  }),
  words: {
    tls: '{name} answers no version of TLS below {version}.',
    'old-tls': '{name} also answers TLS {version}; {wanted} is the least that is asked for.',
    plain: '{name} answers plain HTTP.',
    has: '{name} has {what}.',
    lacks: '{name} lacks {what}.',
  },
  examples: {
    meets: [
      example(
        'HTTPS only, from TLS 1.2 on',
        {
          site: [
            'cloudfront-distribution',
            {
              domainName: 'www.example.com',
              certificate: 'cert',
              minimumTls: 'TLSv1.2_2021',
              viewerProtocol: 'https-only',
            },
          ],
          cert: ['acm-certificate', { domainName: 'www.example.com' }],
        },
        { kinds: ['cloudfront-distribution'], minimumTls: '1.2', needs: ['certificate'] },
      ),
      example(
        'An API that asks who calls, and looks at what is sent',
        { api: ['api-gateway', { authorization: 'AWS_IAM', validateRequests: true }] },
        { kinds: ['api-gateway'], needs: ['authenticates', 'validates'] },
      ),
    ],
    misses: [
      example(
        'The default policy of a listener is old',
        {
          net: ['vpc'],
          door: ['load-balancer', { protocol: 'HTTPS', certificate: 'cert' }, 'net'],
          cert: ['acm-certificate'],
        },
        { kinds: ['load-balancer'], minimumTls: '1.2' },
      ),
      example(
        'The default address of an API stays open',
        {
          api: ['api-gateway', { domainName: 'api.example.com', certificate: 'cert' }],
          cert: ['acm-certificate', { domainName: 'api.example.com' }],
        },
        { kinds: ['api-gateway'], minimumTls: '1.2' },
      ),
      example(
        'A web ACL that lets everything through',
        { api: ['api-gateway', { webAcl: 'acl' }], acl: ['waf-web-acl', { rules: [] }] },
        { kinds: ['api-gateway'], needs: ['rules'] },
      ),
      example('No web ACL', { api: ['api-gateway'] }, { kinds: ['api-gateway'], needs: ['filter'] }),
    ],
    silent: [example('No door', { data: ['s3-bucket'] }, { kinds: ['api-gateway'], minimumTls: '1.2' })],
  },
  run: (facts, on) =>
    subjectsOf(facts, on).flatMap((node) => {
      const door = facts.doors.get(node.id);
      if (!door) return [];
      const answer = (answers: 'meets' | 'misses', word: string, field: string, values: Record<string, string>) =>
        say(answers, word, [node.id], { name: node.name, ...values }, { fields: [{ node: node.id, field }] });
      const tls = () => {
        if (on.minimumTls === undefined) return [];
        const { version, field } = door.minimumTls;
        if (version === 'none') return [answer('misses', 'plain', field, {})];
        const fits = TLS_VERSIONS.indexOf(version) >= TLS_VERSIONS.indexOf(on.minimumTls);
        return [answer(fits ? 'meets' : 'misses', fits ? 'tls' : 'old-tls', field, { version, wanted: on.minimumTls })];
      };
      return [
        ...tls(),
        ...(on.needs ?? []).flatMap((need) => {
          const found = stands(door, need);
          if (!found) return [];
          return [answer(found.is ? 'meets' : 'misses', found.is ? 'has' : 'lacks', found.field, { what: WHAT[need] })];
        }),
      ];
    }),
});

/** `undefined` where a door of this kind never has it. */
function stands(door: DoorFacet, need: (typeof DEMANDS)[number]): { is: boolean; field: string } | undefined {
  if (need === 'rules') {
    const { node, field, idle = false } = door.filter;
    return { is: node !== undefined && !idle, field };
  }
  const one = door[need];
  if (one === undefined) return undefined;
  return { is: 'on' in one ? one.on : one.node !== undefined, field: one.field };
}
