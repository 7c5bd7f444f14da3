import * as z from 'zod/mini';
import type { Facts } from '../engine/facts';
import { type Access, whoCan } from '../engine/who-can';
import { someItems, someText } from '../model/schema';
import type { Trace } from '../model/trace';
import { CALL_EXAMPLES } from './call-examples';
import { defineCheck } from './define';
import { findings } from './finding';
import { Action, nameOf, Places, placesOf } from './subjects';

const say = findings('only-these-may');

export const check = defineCheck({
  id: 'only-these-may',
  title: 'Who is meant to may do it, and nobody else',
  help: 'Asks for the action in the name of every drawn role and user, from where it works. It must be refused, unless all that works as this role or user is meant to do it. At least one of those must be able to. It does not matter which policy refuses: none that allows, a boundary, the resource or the key.',
  params: z.strictObject({
    places: Places,
    action: Action,
    /** kinds, traits, ids or names: what works as the role, or the role or user itself. */
    allow: someItems(someText(80), 20),
  }),
  words: {
    may: '{who} may use {action} on {place}, as it should.',
    'may-not': '{who} may use {action} on {place}, and has no business there.',
    nobody: 'Nobody who should may use {action} on {place}.',
  },
  examples: {
    meets: [
      {
        ...CALL_EXAMPLES.works,
        params: {
          places: [{ kinds: ['sagemaker-endpoint'] }],
          action: 'sagemaker:InvokeEndpoint',
          allow: ['ec2-instance'],
        },
      },
    ],
    misses: [
      {
        ...CALL_EXAMPLES.works,
        title: 'Somebody else may',
        params: {
          places: [{ kinds: ['sagemaker-endpoint'] }],
          action: 'sagemaker:InvokeEndpoint',
          allow: ['lambda-function'],
        },
      },
      {
        ...CALL_EXAMPLES.noPermission,
        params: {
          places: [{ kinds: ['sagemaker-endpoint'] }],
          action: 'sagemaker:InvokeEndpoint',
          allow: ['ec2-instance'],
        },
      },
    ],
    silent: [
      {
        ...CALL_EXAMPLES.noCall,
        params: { places: [{ kinds: ['dynamodb-table'] }], action: 'dynamodb:GetItem', allow: ['lambda-function'] },
      },
    ],
  },
  run: (facts, { places, action, allow }) =>
    placesOf(facts, places).flatMap((place) => {
      const able = whoCan(facts, place.id)
        .filter(({ operation }) => operation.action === action)
        .flatMap((access) => {
          const trace = allowed(facts, access);
          return trace ? [{ principal: access.principal, trace }] : [];
        });
      const found = able.map(({ principal, trace }) => {
        const right = isMeant(facts, principal, allow);
        const values = { who: nameOf(facts, principal), place: place.name, action };
        return say(right ? 'meets' : 'misses', right ? 'may' : 'may-not', [principal, place.id], values, { trace });
      });
      if (found.some(({ answer }) => answer === 'meets')) return found;
      return [...found, say('misses', 'nobody', [place.id], { place: place.name, action })];
    }),
});

/** A policy may open a part alone: the action is asked for the place, and for each of its parts that the drawing uses. */
function allowed(facts: Facts, { target, operation, request }: Access): Trace | undefined {
  if (request.trace.allowed) return request.trace;
  const within = `${facts.arn(target) ?? ''}/`;
  if (!operation.resource.startsWith(within)) return undefined;
  const parts = new Set(
    facts.requests
      .filter(({ spec }) => spec.to === target && spec.resource?.startsWith(within))
      .map(({ spec }) => spec.resource ?? ''),
  );
  return [...parts]
    .map((resource) => facts.walk({ ...request.spec, id: `${request.spec.id}/${resource}`, resource }).trace)
    .find((trace) => trace.allowed);
}

function isMeant(facts: Facts, principal: string, allow: readonly string[]): boolean {
  const named = (id: string) => allow.some((one) => one === id || one === nameOf(facts, id) || facts.hasTrait(id, one));
  const workers = facts.referrers(principal).map(({ node }) => node.id);
  return named(principal) || (workers.length > 0 && workers.every(named));
}
