import type { NodeId } from '../../model/diagram';
import type { TraceStep } from '../../model/trace';
import { accountOf } from '../accounts';
import type { Caller } from '../iam/contract';
import { assume, assumeAs, sessionStarts } from './assume';
import type { RequestSpec } from './facets';
import { add, type Walk, type World } from './world';

/** Who signs, after assuming the role where there is one. `undefined` after a failed step. */
export function callerOf(spec: RequestSpec, world: World, walk: Walk): Caller | undefined {
  const { signer } = spec;
  const { graph } = world;
  const from = graph.nameOf(spec.from);
  const note = (
    verdict: TraceStep['verdict'],
    code: string,
    values: Record<string, string>,
    nodes: NodeId[],
  ): undefined => {
    add(walk, { kind: 'credentials', verdict, nodes, reason: { code, values } });
    return undefined;
  };
  if (signer.type === 'service') {
    note('info', 'request.service-signs', { service: signer.principal }, [spec.from]);
    if (!signer.linkedRole) return { type: 'service', arn: signer.principal };
    const { id } = accountOf(spec.from, graph);
    const { name } = signer.linkedRole;
    return {
      type: 'role-session',
      arn: `arn:aws:sts::${id}:assumed-role/${name}/${spec.from}`,
      roleArn: `arn:aws:iam::${id}:role/aws-service-role/${signer.principal}/${name}`,
      account: id,
    };
  }
  if (signer.type === 'anonymous') {
    note('info', 'request.anonymous', {}, [spec.from]);
    return { type: 'anonymous', arn: '*' };
  }
  if (signer.node === undefined) return note('fail', 'request.no-identity', { from, action: spec.action }, [spec.from]);
  const facts = world.principals.get(signer.node);
  if (!facts)
    return note('fail', 'request.not-an-identity', { name: graph.nameOf(signer.node) }, [spec.from, signer.node]);
  const name = graph.nameOf(signer.node);
  const { arn } = facts.facet;
  const account = accountOf(signer.node, graph).id;
  // Nothing assumes a user: for a service the missing trust policy says so.
  if (facts.facet.type === 'user' && signer.service === undefined) {
    note('info', 'request.signs-as', { from, name }, [spec.from, signer.node]);
    return { type: 'user', arn, account };
  }
  if (signer.service !== undefined && !assume(spec, signer.node, signer.service, world, walk)) return undefined;
  if (signer.assumedBy !== undefined) {
    const by: RequestSpec = { ...spec, signer: { type: 'identity', node: signer.assumedBy } };
    const user = callerOf(by, world, walk);
    if (!user || !assumeAs(by, user, signer.node, world, walk)) return undefined;
  } else if (signer.service === undefined) note('info', 'request.signs-as', { from, name }, [spec.from, signer.node]);
  if (signer.session && !sessionStarts(spec, signer.session, world, walk)) return undefined;
  return {
    type: 'role-session',
    arn: `arn:aws:sts::${account}:assumed-role/${arn.slice(arn.lastIndexOf('/') + 1)}/${spec.from}`,
    roleArn: arn,
    account,
  };
}
