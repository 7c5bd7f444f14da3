import type { TimeFacet } from '../../engine/time/facets';

export function time(): TimeFacet {
  return {
    harms: { deleted: { action: 'elasticfilesystem:DeleteFileSystem', leaves: 'gone' } },
  };
}
