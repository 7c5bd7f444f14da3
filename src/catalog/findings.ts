import type { AnyNode, FacetContext } from '../engine/facets';
import type { EventFacet } from '../engine/monitoring/facets';
import type { Refusal } from '../engine/refusal-facets';
import type { Json } from '../model/json';
import { serviceEvent } from './aws-events';

interface Findings {
  /** as Security Hub calls it: `GuardDuty` */
  readonly product: string;
  readonly source: string;
  readonly type: string;
  readonly detail: { readonly [key: string]: Json };
}

/** Severities that a pattern may ask for. */
export const SEVERITY_LABELS = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

/**
 * What a detector reports: its own events and, where Security Hub is drawn, the same findings once more in the hub's
 * format ("Security Hub event types in EventBridge": every finding that comes in is sent on).
 */
export function findingEvents(found: Findings, context: FacetContext): readonly EventFacet[] {
  const { product, source, type, detail } = found;
  const own: EventFacet = { name: type, event: serviceEvent({ source, type, detail }, context), finding: true };
  return context.withTrait('findings-hub').length > 0 ? [own, importedEvent(product, context)] : [own];
}

/** A finding in the format of Security Hub. */
export function importedEvent(product: string, context: FacetContext): EventFacet {
  const type = 'Security Hub Findings - Imported';
  const findings = [
    {
      ProductName: product,
      CompanyName: 'AWS',
      AwsAccountId: context.account.id,
      RecordState: 'ACTIVE',
      Workflow: { Status: 'NEW' },
      Severity: { Label: SEVERITY_LABELS },
      Compliance: { Status: ['FAILED', 'WARNING'] },
    },
  ];
  return {
    name: type,
    event: serviceEvent({ source: 'aws.securityhub', type, detail: { findings } }, context),
    finding: true,
  };
}

/** An account has one of these in each Region: AWS refuses the second. */
export function onlyOne(
  node: { readonly id: string },
  trait: string,
  what: string,
  context: FacetContext,
): readonly Refusal[] {
  const accountAt = (id: string) => context.enclosing(id, 'account')?.id;
  const first: AnyNode | undefined = context.withTrait(trait).find(({ id }) => accountAt(id) === accountAt(node.id));
  if (!first || first.id === node.id) return [];
  return [{ field: '', message: `An account has one ${what} in each Region, and ${first.name} is it. Remove one.` }];
}
