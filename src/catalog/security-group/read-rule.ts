import { hasPorts } from '../../engine/network/filters';
import type { Json } from '../../model/json';
import { ipProtocol, readProtocol } from '../network-fields';
import { present, type Reading } from '../cloudformation';

/** One rule of a template; `undefined` when the simulation has no such rule. What is not understood is reported. */
export function readRule(
  reading: Reading,
  other: 'Source' | 'Destination',
  self: string | undefined,
): Json | undefined {
  const written = reading.text('IpProtocol') ?? '-1';
  const protocol = readProtocol(written);
  const cidr = reading.text('CidrIp');
  const group = reading.ref(`${other}SecurityGroupId`);
  const prefixList = reading.text(`${other}PrefixListId`);
  if (protocol === undefined) {
    reading.skip('IpProtocol', `Protocol ${written} is not simulated.`);
    return undefined;
  }
  if (protocol === 'icmp' && cidr === '255.255.255.255/32') {
    // Written only to replace the rule that lets everything out.
    for (const path of ['FromPort', 'ToPort', 'Description']) reading.text(path);
    return undefined;
  }
  const prefixListOf = /(?:\.|PrefixListOf)(s3|dynamodb)$/i.exec(prefixList ?? '')?.[1]?.toLowerCase();
  if (cidr === undefined && group === undefined && prefixListOf === undefined) {
    reading.skip('', 'Its other end is not in this diagram, or is IPv6.');
    return undefined;
  }
  const ports = hasPorts(ipProtocol(protocol));
  const [from, to] = [reading.number('FromPort'), reading.number('ToPort')];
  return present({
    protocol,
    fromPort: ports ? (from === -1 ? 0 : from) : undefined,
    toPort: ports ? (to === -1 ? 65_535 : to) : undefined,
    cidr,
    sourceGroup: group === self ? undefined : group,
    self: group !== undefined && group === self ? true : undefined,
    prefixListOf,
    description: reading.text('Description'),
  });
}
