import type { NodeId } from '../model/diagram';
import type { Json } from '../model/json';
import { attribute, type CloudFormationPart, type PartReader } from './cloudformation';

export const WEB_ACL_ASSOCIATION = 'AWS::WAFv2::WebACLAssociation';

/** The part that puts a web ACL in front of a resource with this ARN; none without a web ACL. */
export function protection(
  webAcl: NodeId | undefined,
  ResourceArn: Json,
): { readonly Protection?: CloudFormationPart } {
  if (!webAcl) return {};
  return {
    Protection: { Type: WEB_ACL_ASSOCIATION, Properties: { ResourceArn, WebACLArn: attribute(webAcl, 'Arn') } },
  };
}

export const protectionReader: PartReader<{ readonly webAcl?: NodeId | undefined }> = {
  of: ['ResourceArn'],
  add: (reading) => ({ props: { webAcl: reading.ref('WebACLArn') } }),
};
