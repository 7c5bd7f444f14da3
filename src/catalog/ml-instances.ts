import { field } from '../model/field';
import { choice } from '../model/schema';
import { AGREED, FROM_MEMORY } from './prices';

export interface MlInstance {
  readonly vcpus: number;
  /** US dollars per hour in us-east-1, on demand. */
  readonly hourly: number;
  readonly source: string;
  /** local NVMe storage, encrypted by its hardware: the API refuses a KMS key for the volume. */
  readonly localStorage: boolean;
  readonly gpu: boolean;
}

/** The few ML instance types that the game offers. */
export const ML_INSTANCES: Readonly<Record<string, MlInstance>> = {
  'ml.t3.medium': { vcpus: 2, hourly: 0.05, source: AGREED, localStorage: false, gpu: false },
  'ml.m5.large': { vcpus: 2, hourly: 0.115, source: AGREED, localStorage: false, gpu: false },
  'ml.m5.xlarge': { vcpus: 4, hourly: 0.23, source: AGREED, localStorage: false, gpu: false },
  'ml.c5.xlarge': { vcpus: 4, hourly: 0.204, source: FROM_MEMORY, localStorage: false, gpu: false },
  'ml.m5d.large': { vcpus: 2, hourly: 0.136, source: FROM_MEMORY, localStorage: true, gpu: false },
  'ml.g4dn.xlarge': { vcpus: 4, hourly: 0.7364, source: FROM_MEMORY, localStorage: true, gpu: true },
  'ml.g5.xlarge': { vcpus: 4, hourly: 1.408, source: FROM_MEMORY, localStorage: true, gpu: true },
};

export const HOSTING_TYPES = [
  'ml.m5.large',
  'ml.m5.xlarge',
  'ml.c5.xlarge',
  'ml.m5d.large',
  'ml.g4dn.xlarge',
  'ml.g5.xlarge',
] as const;
/** Without m5d, which is no valid value of `ProcessingClusterConfig`, `MonitoringClusterConfig` and `TransformResources`. */
const JOB_TYPES = ['ml.m5.large', 'ml.m5.xlarge', 'ml.c5.xlarge', 'ml.g4dn.xlarge', 'ml.g5.xlarge'] as const;
export const NOTEBOOK_TYPES = [
  'ml.t3.medium',
  'ml.m5.large',
  'ml.m5.xlarge',
  'ml.m5d.large',
  'ml.g4dn.xlarge',
] as const;

/** What a job runs on; `within`: the property of the job that says so. */
export function jobInstanceType(within: string) {
  return field(choice(JOB_TYPES, 'ml.m5.xlarge'), {
    title: 'Instance type',
    help: 'g4dn and g5 have local NVMe storage, and refuse a volume key.',
    aws: `${within}.InstanceType`,
  });
}

/** US dollars per GB-month of ML storage. */
export const ML_STORAGE = { rate: 0.14, source: FROM_MEMORY } as const;

export function hasLocalStorage(type: string): boolean {
  return ML_INSTANCES[type]?.localStorage ?? false;
}

/** Said wherever AWS refuses the key (`CreateEndpointConfig` fails with a validation error). */
export const LOCAL_STORAGE_LESSON =
  'This instance type has local NVMe storage that its hardware encrypts. AWS refuses a KMS key for its volume. ' +
  'Remove the key or choose a type without local storage.';
