/** The CloudTrail record that a call leaves. Requests make it, trails keep it, event rules hear it. */
export interface RecordFacet {
  readonly category: 'management' | 'data';
  /** `AWS::S3::Object`. */
  readonly resourceType: string;
  readonly eventSource: string;
  readonly eventName: string;
}
