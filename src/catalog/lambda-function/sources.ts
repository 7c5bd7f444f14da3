import type { FacetContext, NodeOf } from '../../engine/facets';
import type { Json } from '../../model/json';
import {
  accessPointName,
  attribute,
  type CloudFormationPart,
  part,
  present,
  type Reading,
  reference,
} from '../cloudformation';
import { accessPointNames } from '../file-systems';
import type { Props } from './props';

const MOUNT_PATH = '/mnt/files';

export function eventSourceParts({ id, props }: NodeOf<Props>): Record<string, CloudFormationPart> {
  return Object.fromEntries(
    props.eventSources.flatMap(({ source, batchSize }, index) =>
      source
        ? [
            [
              `EventSource${index}`,
              {
                Type: 'AWS::Lambda::EventSourceMapping',
                Properties: {
                  FunctionName: reference(id),
                  EventSourceArn: attribute(source, 'Arn'),
                  BatchSize: batchSize,
                  StartingPosition: 'LATEST',
                },
              },
            ] as const,
          ]
        : [],
    ),
  );
}

export function readEventSource(reading: Reading, known: Props['eventSources']): Json {
  reading.text('StartingPosition');
  return [...known, present({ source: reading.ref('EventSourceArn'), batchSize: reading.number('BatchSize') })];
}

/** The access point is a part of its file system: it has the number of its place in the list. */
export function fileSystemConfigs({ props }: NodeOf<Props>, context: FacetContext): Json | undefined {
  const { fileSystem, accessPoint } = props;
  const found = context.node(fileSystem);
  const index = accessPointNames(found).indexOf(accessPoint);
  if (!fileSystem || index < 0) return undefined;
  return [{ Arn: attribute(part(fileSystem, `AccessPoint${index}`), 'Arn'), LocalMountPath: MOUNT_PATH }];
}

export function readFileSystem(reading: Reading) {
  const point = reading.follow('FileSystemConfigs[0].Arn');
  reading.text('FileSystemConfigs[0].LocalMountPath');
  return {
    fileSystem: point?.ref('FileSystemId'),
    accessPoint: point && accessPointName(point),
  };
}
