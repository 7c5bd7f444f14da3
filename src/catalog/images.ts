import type { FacetContext } from '../engine/facets';
import type { RequestSpec } from '../engine/request/facets';
import type { NodeId } from '../model/diagram';
import { ref } from '../model/field';
import { setupRequest, type Worker } from './execution-role';
import type { Link } from './kind';
import { nameOf } from './neighbour';

/** What a client of the registry does to pull ("SageMaker execution roles"). The first is the pull itself. */
export const PULL_ACTIONS = [
  'ecr:BatchGetImage',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchCheckLayerAvailability',
] as const;
/** Asked of the registry and not of a repository. */
export const REGISTRY_TOKEN = 'ecr:GetAuthorizationToken';

export function imageField(aws: string) {
  return ref('image-repository', {
    title: 'Container image from',
    help: 'A private repository. The execution role pulls it. Empty = an image that AWS provides.',
    aws,
    immutable: true,
  });
}

export const IMAGE_LINK: Link = { field: 'image', to: 'image-repository', label: 'pulls its image from' };

/** SageMaker pulls on its own network, with the execution role, unless the image config says `Vpc`. */
export function pullRequests(worker: Worker, image: NodeId | undefined, context: FacetContext): readonly RequestSpec[] {
  if (!image) return [];
  const name = nameOf(image, context);
  return [REGISTRY_TOKEN, ...PULL_ACTIONS].map((action) =>
    setupRequest(worker, {
      action,
      to: image,
      field: 'image',
      title: action === REGISTRY_TOKEN ? 'asks for a token of the registry' : `pulls its image from ${name}`,
      origin: { type: 'platform' },
    }),
  );
}
