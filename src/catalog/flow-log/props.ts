import * as z from 'zod/mini';
import { field, ref } from '../../model/field';
import { choice } from '../../model/schema';

export const Props = z.strictObject({
  trafficType: field(choice(['ALL', 'ACCEPT', 'REJECT'], 'ALL'), {
    title: 'Traffic',
    help: 'Which flows are recorded: what security groups and network ACLs let through, what they stop, or both.',
    aws: 'TrafficType',
    immutable: true,
  }),
  destination: field(choice(['cloud-watch-logs', 's3'], 'cloud-watch-logs'), {
    title: 'Destination',
    help: 'Only the property that belongs to it counts: log group and role, or bucket.',
    aws: 'LogDestinationType',
    immutable: true,
  }),
  logGroup: ref('log-group', {
    title: 'Log group',
    help: 'Where the records go when the destination is CloudWatch Logs.',
    aws: 'LogGroupName',
  }),
  role: ref('role', {
    title: 'Role',
    help: 'Flow logs assume it to write to CloudWatch Logs. Its trust policy must name vpc-flow-logs.amazonaws.com.',
    aws: 'DeliverLogsPermissionArn',
  }),
  bucket: ref('s3-bucket', {
    title: 'Bucket',
    help: 'Where the records go when the destination is S3. Its policy must let delivery.logs.amazonaws.com write.',
    aws: 'LogDestination',
  }),
  maxAggregationInterval: field(choice(['600', '60'], '600'), {
    title: 'Aggregation interval',
    help: 'Packets of one flow within this time become one record. Shorter = more records.',
    aws: 'MaxAggregationInterval',
    unit: 'seconds',
    immutable: true,
  }),
});
export type Props = z.output<typeof Props>;
