import { expect, it } from 'vitest';
import { catalog } from '../../src/catalog/index';
import { example } from '../../src/checks/example';
import { factsOf } from '../../src/engine/facts-of';
import { wayOut } from '../../src/engine/way-out';
import { Account } from '../../src/model/account';
import { Diagram } from '../../src/model/diagram';

type Rule = Readonly<Record<string, string | number>>;

const PORTS = { fromPort: 443, toPort: 443 };

/** A server behind a regional NAT gateway, with these outbound rules in its network ACL and its security group. */
const out = (entries: readonly Rule[], egress: readonly Rule[]) => {
  const { diagram } = example('', {
    net: ['vpc', { cidr: '10.0.0.0/16', mainRouteTable: 'main' }],
    gateway: ['internet-gateway', {}, 'net'],
    nat: ['nat-gateway', { availabilityMode: 'regional' }, 'net'],
    main: ['route-table', { routes: [{ destination: '0.0.0.0/0', target: 'nat' }] }, 'net'],
    group: ['security-group', { egress: [...egress] }, 'net'],
    border: [
      'network-acl',
      { entries: [...entries, { ruleNumber: 100, direction: 'inbound', protocol: 'all' }] },
      'net',
    ],
    app: ['subnet', { cidr: '10.0.1.0/24', networkAcl: 'border' }, 'net'],
    server: ['ec2-instance', { securityGroups: ['group'] }, 'app'],
  });
  return wayOut(factsOf(Diagram.parse(diagram), Account.parse({}), catalog), 'server') !== undefined;
};
const ANY = { ruleNumber: 100, direction: 'outbound', protocol: 'all' };
const HTTPS_STOPPED = { ruleNumber: 90, direction: 'outbound', action: 'deny', ...PORTS };
const EVERYWHERE = { protocol: 'all', cidr: '0.0.0.0/0' };

it.each([
  ['everything is open', [ANY], [EVERYWHERE], true],
  ['one open port is a way out', [HTTPS_STOPPED, ANY], [EVERYWHERE], true],
  ['HTTPS alone is one too', [ANY], [{ protocol: 'tcp', ...PORTS, cidr: '0.0.0.0/0' }], true],
  ['the only open port is stopped', [HTTPS_STOPPED, ANY], [{ protocol: 'tcp', ...PORTS, cidr: '0.0.0.0/0' }], false],
  ['no rule lets anything out', [ANY], [], false],
  ['the network ACL lets nothing out', [], [EVERYWHERE], false],
] as const)('%s', (_, entries, egress, open) => expect(out(entries, egress)).toBe(open));
