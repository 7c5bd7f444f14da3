import type { FacetContext, Facets, NodeOf } from '../../engine/facets';
import { apiOperation, apiOperations, type Api } from '../api';
import { regionOf } from '../certificates';
import { CERTIFICATE } from './cloudformation';
import { cost } from './cost';
import type { Props } from './props';
import { events, isHere, METRICS, time } from './time';

/** AWS generates the id; the node's own stands in for it. */
function arnOf(node: NodeOf<Props>, { account }: FacetContext): string {
  return `arn:aws:acm:${regionOf(node, account.region)}:${account.id}:certificate/${node.id}`;
}

export const facets: Facets<Props> = {
  arn: arnOf,
  operations: (node, context) => {
    const api: Api = { prefix: 'acm', resourceType: CERTIFICATE, resource: arnOf(node, context) };
    return [
      ...apiOperations(api, ['DescribeCertificate', 'DeleteCertificate']),
      ...(node.props.exportable ? [apiOperation(api, 'ExportCertificate')] : []),
      ...(node.props.imported ? [apiOperation(api, 'ImportCertificate')] : []),
    ];
  },
  refusals: ({ props }) =>
    props.keyAlgorithm === 'RSA_1024' && !props.imported
      ? [
          {
            field: 'keyAlgorithm',
            message:
              'ACM makes no RSA keys of 1024 bits. Choose a longer one; only an imported certificate can have it.',
          },
        ]
      : [],
  metrics: (node, context) => (isHere(node, context) ? METRICS : []),
  events,
  time,
  cost,
};
