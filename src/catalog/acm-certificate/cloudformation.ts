import type { NodeOf } from '../../engine/facets';
import { attribute, type CloudFormation, defineTemplate, nameTag, part, present, readWord } from '../cloudformation';
import type { Props } from './props';

export const CERTIFICATE = 'AWS::CertificateManager::Certificate';

export function cloudFormation({ id, name, props }: NodeOf<Props>): CloudFormation {
  const isPrivate = props.authority === 'private';
  const more = props.alternativeNames.split(/[\s,]+/).filter((one) => one !== '');
  const notes = [
    ...(props.region === ''
      ? []
      : [`${name}: deploy it with a stack in ${props.region}; a template belongs to one Region.`]),
    ...(props.imported ? [`${name}: a template cannot import a certificate. It requests a new one in its place.`] : []),
  ];
  return {
    Type: CERTIFICATE,
    Properties: present({
      DomainName: props.domainName,
      SubjectAlternativeNames: more.length > 0 ? more : undefined,
      ValidationMethod: isPrivate ? undefined : props.validation,
      CertificateAuthorityArn: isPrivate ? attribute(part(id, 'Authority'), 'Arn') : undefined,
      KeyAlgorithm: ['RSA_1024', 'RSA_2048'].includes(props.keyAlgorithm) ? undefined : props.keyAlgorithm,
      CertificateExport: props.exportable ? 'ENABLED' : undefined,
      Tags: nameTag(name),
    }),
    ...(isPrivate && {
      With: {
        Authority: {
          Type: 'AWS::ACMPCA::CertificateAuthority',
          Properties: {
            Type: 'ROOT',
            KeyAlgorithm: 'RSA_2048',
            SigningAlgorithm: 'SHA256WITHRSA',
            Subject: { CommonName: `${name} authority` },
          },
        },
      },
    }),
    ...(notes.length > 0 && { Notes: notes }),
  };
}

export const template = defineTemplate<Props>({
  write: cloudFormation,
  ref: 'arn',
  nodes: {
    [CERTIFICATE]: {
      props(reading) {
        const authority = reading.follow('CertificateAuthorityArn');
        for (const path of ['Type', 'KeyAlgorithm', 'SigningAlgorithm', 'Subject'])
          authority?.skip(path, 'How the CA signs changes nothing here.');
        const names = reading.list('SubjectAlternativeNames').flatMap((one) => one.text('') ?? []);
        return {
          domainName: reading.text('DomainName'),
          alternativeNames: names.length > 0 ? names.join(', ') : undefined,
          validation: reading.text('ValidationMethod'),
          authority: reading.has('CertificateAuthorityArn') ? 'private' : undefined,
          keyAlgorithm: reading.text('KeyAlgorithm'),
          exportable: readWord(reading, 'CertificateExport', 'ENABLED'),
        };
      },
    },
  },
});
