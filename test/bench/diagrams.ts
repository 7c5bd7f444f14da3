import type { Diagram, DiagramNode } from '../../src/model/diagram';

type Cell = Readonly<Record<string, readonly [kind: string, parent: string | undefined, props: DiagramNode['props']]>>;

const json = (value: unknown) => JSON.stringify(value);

/** Ten resources that belong together: an instance that reads an encrypted bucket through a gateway endpoint. */
function cell(at: number): Cell {
  const own = (name: string) => `${name}-${at}`;
  return {
    vpc: ['vpc', undefined, { cidr: `10.${at % 250}.0.0/16` }],
    table: ['route-table', own('vpc'), {}],
    subnet: ['subnet', own('vpc'), { cidr: `10.${at % 250}.1.0/24`, routeTable: own('table') }],
    group: [
      'security-group',
      own('vpc'),
      { egress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '0.0.0.0/0' }] },
    ],
    endpoint: ['gateway-endpoint', own('vpc'), { service: 's3', routeTables: [own('table')] }],
    role: [
      'iam-role',
      undefined,
      {
        trustPolicy: json({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        }),
        policies: [
          {
            name: 'reads',
            document: json({
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 'kms:Decrypt'], Resource: '*' }],
            }),
          },
        ],
      },
    ],
    instance: [
      'ec2-instance',
      own('subnet'),
      { role: own('role'), securityGroups: [own('group')], calls: [{ action: 's3:GetObject', target: own('bucket') }] },
    ],
    bucket: ['s3-bucket', undefined, { encryption: 'sse-kms', kmsKey: own('key') }],
    key: ['kms-key', undefined, { enableKeyRotation: true }],
    log: ['log-group', undefined, { kmsKey: own('key') }],
  };
}

/** A diagram of `size` resources, in groups of ten. */
export function diagramOf(size: number): Diagram {
  const nodes: Record<string, DiagramNode> = {};
  for (let at = 0; at * 10 < size; at += 1) {
    for (const [name, [kind, parent, props]] of Object.entries(cell(at))) {
      const id = `${name}-${at}`;
      const place = { id, kind, name: id, position: { x: 40 * at, y: 40 }, props };
      nodes[id] = parent === undefined ? place : { ...place, parent };
    }
  }
  return { nodes };
}
