import * as z from 'zod/mini';
import type { AnyNode } from '../engine/facets';
import type { NodeId } from '../model/diagram';
import { field, ref } from '../model/field';
import { choice, int, list } from '../model/schema';
import { HOSTING_TYPES, ML_INSTANCES } from './ml-instances';
import { idAt, isOn, numberAt, textAt } from './neighbour';

/** As ProductionVariant takes it. */
export const VariantName = z.string().check(z.regex(/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/));

/** Its share of the requests is its weight among the weights of all. */
export const Weight = field(z._default(z.number().check(z.minimum(0), z.maximum(1000)), 1), {
  title: 'Weight',
  help: 'Share of the requests: its weight among the weights of all variants. 0 = none.',
  aws: 'ProductionVariants.InitialVariantWeight',
  immutable: true,
});

/** Variants beside the first. */
export const MoreVariants = list(
  z.strictObject({
    name: field(z._default(VariantName, 'Other'), {
      title: 'Name',
      help: 'Letters, digits and hyphens. No other variant of the configuration has it.',
      aws: 'ProductionVariants.VariantName',
    }),
    model: ref('sagemaker-model', {
      title: 'Model',
      help: 'It may run as another role, in other subnets.',
      aws: 'ProductionVariants.ModelName',
    }),
    instanceType: field(choice(HOSTING_TYPES, 'ml.m5.large'), {
      title: 'Instance type',
      help: 'Each variant has its own instances, and each is paid for.',
      aws: 'ProductionVariants.InstanceType',
    }),
    initialInstanceCount: field(z._default(int(1, 100), 1), {
      title: 'Instances',
      help: 'The fleet is as fast as the variant that has too few for its share.',
      aws: 'ProductionVariants.InitialInstanceCount',
    }),
    weight: Weight,
  }),
  9,
);

/** One production variant, as an endpoint runs it. */
export interface Variant {
  readonly name: string;
  readonly model: NodeId | undefined;
  readonly instanceType: string;
  /** 0 = it scales by itself. */
  readonly instances: number;
  /** its part of the requests, 0 to 1. */
  readonly share: number;
}

/** What the endpoint of this configuration runs; the first variant first. */
export function variantsOf(config: AnyNode | undefined): readonly Variant[] {
  if (!config) return [];
  const more = MoreVariants.safeParse(config.props['moreVariants']);
  const drawn = [
    {
      name: textAt(config, 'variantName'),
      model: idAt(config, 'model'),
      instanceType: textAt(config, 'instanceType'),
      instances: isOn(config, 'serverless') ? 0 : (numberAt(config, 'initialInstanceCount') ?? 1),
      weight: numberAt(config, 'weight') ?? 1,
    },
    ...(more.success ? more.data : []).map(({ initialInstanceCount, ...one }) => ({
      ...one,
      model: one.model || undefined,
      instances: initialInstanceCount,
    })),
  ];
  const sum = drawn.reduce((total, { weight }) => total + weight, 0);
  return drawn.map(({ weight, ...one }) => ({ ...one, share: sum > 0 ? weight / sum : 1 / drawn.length }));
}

/**
 * Instances of all variants, and how many requests each works on at once on average: the variant that is full first
 * sets how much all of them take, as nobody moves its share to another.
 */
export function fleetOf(variants: readonly Variant[]): { readonly instances: number; readonly workers: number } {
  const instances = variants.reduce((total, one) => total + one.instances, 0);
  const vcpus = ({ instanceType }: Variant) => ML_INSTANCES[instanceType]?.vcpus ?? 1;
  const [first] = variants;
  if (instances === 0 || !first) return { instances, workers: first ? vcpus(first) : 1 };
  const busy = variants.filter(({ share }) => share > 0);
  const most = Math.min(...busy.map((one) => (one.instances * vcpus(one)) / one.share));
  return { instances, workers: most / instances };
}
