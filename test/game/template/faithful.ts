import { expect, test } from 'vitest';
import { catalog } from '../../../src/catalog/index';
import { exportTemplate } from '../../../src/game/template/export-template';
import { importTemplate } from '../../../src/game/template/import-template';
import { diagramOf, type Sketch } from './sketch';
import { faultsOf } from './validator';

/** Tests that the template of a drawing is valid and gives the same drawing again; nothing of it is ignored. */
export function faithful(drawn: Sketch): { readonly json: string } {
  const diagram = diagramOf(drawn);
  const { json } = exportTemplate(diagram, catalog);

  test('CloudFormation takes it', () => expect(faultsOf(json)).toEqual([]), 60_000);

  test('it comes back as it was', () => {
    const back = importTemplate(json, catalog);
    expect(back.problems).toEqual([]);
    expect(back.diagram).toEqual(diagram);
    expect(back.ignored).toEqual([]);
  });
  return { json };
}
