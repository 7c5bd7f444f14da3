import type { RecordFacet } from '../../engine/record-facet';
import type { Props } from './props';

/** Keys are used in calls that read ("Logging management events": Encrypt, Decrypt and GenerateDataKey). */
const READS = /^(Get|List|Describe|Head|Lookup|Query|Scan|BatchGet|AssumeRole|Encrypt|Decrypt|GenerateDataKey)/;
/** "About global service events": recorded in us-east-1, wherever the caller is. */
const GLOBAL: ReadonlySet<string> = new Set(['iam.amazonaws.com', 'cloudfront.amazonaws.com']);
const HOME = 'us-east-1';
/** The event source that a trail can leave out by a switch of its own. */
export const KMS = 'kms.amazonaws.com';

/** The limits that are about resources of this type: `arn:aws:s3:::scans/` is about `AWS::S3::Object`. */
export function limitsOf(type: string, { dataResources }: Pick<Props, 'dataResources'>): readonly string[] {
  const service = type.split('::')[1]?.toLowerCase() ?? '';
  return dataResources.filter((prefix) => prefix.split(':')[2] === service);
}

/** What the trail does not record of the events that it selects; `undefined`: it records them all. */
export function leavesOut(
  props: Props,
  region: string,
): ((call: RecordFacet, resource?: string) => boolean) | undefined {
  const { excludeKmsEvents, managementReadWrite, dataReadWrite, dataResources, globalServiceEvents } = props;
  const global = props.multiRegion || (globalServiceEvents && region === HOME);
  const all = managementReadWrite === 'All' && dataReadWrite === 'All';
  if (global && all && !excludeKmsEvents && dataResources.length === 0) return undefined;
  return ({ category, eventName, eventSource, resourceType }, resource) => {
    const wanted = category === 'management' ? managementReadWrite : dataReadWrite;
    if (wanted !== 'All' && READS.test(eventName) !== (wanted === 'ReadOnly')) return true;
    if (category === 'management')
      return (excludeKmsEvents && eventSource === KMS) || (!global && GLOBAL.has(eventSource));
    const limits = limitsOf(resourceType, props);
    return limits.length > 0 && resource !== undefined && !limits.some((prefix) => resource.startsWith(prefix));
  };
}
