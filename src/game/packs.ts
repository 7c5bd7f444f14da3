import awsFsbp from '../checks/packs/aws-fsbp.json' with { type: 'json' };
import controls from '../checks/packs/controls.json' with { type: 'json' };
import gdpr from '../checks/packs/gdpr.json' with { type: 'json' };
import hipaa from '../checks/packs/hipaa-security.json' with { type: 'json' };
import pci3 from '../checks/packs/pci-dss-3.2.1.json' with { type: 'json' };
import pci4 from '../checks/packs/pci-dss-4.0.1.json' with { type: 'json' };
import policies from '../checks/packs/policies.json' with { type: 'json' };
import services from '../checks/packs/services.json' with { type: 'json' };
import sagemaker from '../checks/packs/sagemaker-governance.json' with { type: 'json' };
import tradeOffs from '../checks/packs/trade-offs.json' with { type: 'json' };
import { Control, joinPack, PackFile, TradeOff, type Pack } from '../model/pack';
import type { Scenario } from '../model/scenario';

/** Every control we can judge, whether a pack asks for it or not. */
export const CONTROLS: readonly Control[] = controls.map((one) => Control.parse(one));

const RECOMMENDED: ReadonlySet<string> = new Set([awsFsbp.id, sagemaker.id]);

/** All packs, the standards in force first. Import this file lazily: the packs are no part of the first load. */
export const PACKS: readonly Pack[] = [pci4, hipaa, gdpr, awsFsbp, sagemaker, policies, services, pci3].map((file) =>
  joinPack(
    PackFile.parse(file),
    CONTROLS,
    tradeOffs.map((one) => TradeOff.parse(one)),
  ),
);

/** What AWS itself recommends, whatever the standard: each control once. */
export const BEST_PRACTICES: readonly Control[] = CONTROLS.filter(({ id }) =>
  PACKS.some((pack) => RECOMMENDED.has(pack.id) && pack.controls.some((one) => one.id === id)),
);

/** The pack whose standard the scenario cites most; without one, the first. */
export function packOf(scenario: Pick<Scenario, 'requirements'>): Pack | undefined {
  const cited = (pack: Pack) =>
    scenario.requirements.filter((one) => one.controls.some(({ standard }) => standard === pack.short)).length;
  return [...PACKS].sort((a, b) => cited(b) - cited(a))[0];
}
