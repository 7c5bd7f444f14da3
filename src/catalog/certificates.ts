import type { AnyNode } from '../engine/facets';
import type { Refusal } from '../engine/refusal-facets';
import { ref } from '../model/field';
import { isOn, textAt } from './neighbour';

export function certificateField(help: string, aws: string) {
  return ref('certificate', { title: 'Certificate', help, aws });
}

interface Asked {
  readonly door: string;
  readonly region: string;
  readonly accountRegion: string;
  /** empty: any domain. */
  readonly domain: string;
}

/** The Region that a certificate stands in: its own setting, or the account's. */
export function regionOf(certificate: AnyNode, region: string): string {
  return textAt(certificate, 'region') || region;
}

/** A wildcard stands for exactly one label ("Characteristics of ACM certificates"). */
export function covers(names: readonly string[], domain: string): boolean {
  const asked = domain.toLowerCase();
  const parent = asked.slice(asked.indexOf('.') + 1);
  return names.some((name) => name.toLowerCase() === asked || name.toLowerCase() === `*.${parent}`);
}

/** Why this certificate cannot serve there. `door` begins a sentence: "CloudFront". */
export function certificateRefusals(certificate: AnyNode | undefined, asked: Asked): readonly Refusal[] {
  const message = certificate && refusal(certificate, asked);
  return message === undefined ? [] : [{ field: 'certificate', message }];
}

function refusal(certificate: AnyNode, asked: Asked): string | undefined {
  const { name } = certificate;
  const stands = regionOf(certificate, asked.accountRegion);
  if (stands !== asked.region)
    return `${asked.door} takes certificates of ${asked.region} only, and ${name} stands in ${stands}. Request one there.`;
  if (!isOn(certificate, 'issued'))
    return `${name} is not issued yet: prove that the domain is yours, by the DNS record or the e-mail, and wait.`;
  if (isOn(certificate, 'expired'))
    return `${name} has expired, and clients that check it hang up. Import or request the next one.`;
  const names = [textAt(certificate, 'domainName'), ...textAt(certificate, 'alternativeNames').split(/[\s,]+/)].filter(
    (one) => one !== '',
  );
  if (asked.domain !== '' && !covers(names, asked.domain))
    return `${name} is for ${names.join(', ')} and does not cover ${asked.domain}. Name the domain in the certificate.`;
  return undefined;
}
