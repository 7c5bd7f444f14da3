import * as z from 'zod/mini';
import { field, policyText, refs } from '../../model/field';
import { choice } from '../../model/schema';

export const Props = z.strictObject({
  service: field(choice(['s3', 'dynamodb'], 's3'), {
    title: 'Service',
    help: 'Only these two services have gateway endpoints. They reach the service in this Region only.',
    aws: 'ServiceName',
    immutable: true,
  }),
  routeTables: refs('route-table', {
    title: 'Route tables',
    help: 'AWS adds a route to the service to each of them. Subnets with other route tables do not use the endpoint.',
    aws: 'RouteTableIds',
  }),
  policy: policyText({
    title: 'Endpoint policy',
    help: 'A filter on every request that passes. It grants nothing, and its principal must be "*". Empty = full access.',
    aws: 'PolicyDocument',
  }),
});
export type Props = z.output<typeof Props>;
