import type { FacetContext, NodeOf } from '../../engine/facets';
import type { TimeFacet } from '../../engine/time/facets';
import type { Props } from './props';

/** Everybody may read every object. Block Public Access makes S3 refuse or ignore exactly such a policy. */
function openPolicy(arn: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'Everybody', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${arn}/*` }],
  });
}

export function time(node: NodeOf<Props>, context: FacetContext): TimeFacet {
  return {
    harms: {
      'made-public': {
        action: 's3:PutBucketPolicy',
        leaves: { policy: openPolicy(context.arn(node.id) ?? '') },
        undo: 's3:PutBucketPolicy',
      },
      deleted: { action: 's3:DeleteBucket', leaves: 'gone' },
    },
    holds: {
      read: 's3:GetObject',
      write: 's3:PutObject',
      foreignResource: 'arn:aws:s3:::bucket-of-somebody-else/object',
    },
  };
}
