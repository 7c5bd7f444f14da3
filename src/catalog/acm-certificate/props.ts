import * as z from 'zod/mini';
import { field } from '../../model/field';
import { choice, flag, someText, text } from '../../model/schema';

export const Props = z
  .strictObject({
    domainName: field(z._default(someText(253), 'example.com'), {
      title: 'Domain name',
      help: 'What clients call. *.example.com covers api.example.com, and neither example.com nor a.b.example.com.',
      aws: 'DomainName',
      immutable: true,
    }),
    alternativeNames: field(z._default(text(1000), ''), {
      title: 'More names',
      help: 'Separated by commas.',
      aws: 'SubjectAlternativeNames',
      immutable: true,
    }),
    authority: field(choice(['public', 'private'], 'public'), {
      title: 'Issued by',
      help: 'Public: trusted by every browser. Private: by a private CA of yours, for clients that trust it.',
      aws: 'CertificateAuthorityArn',
      immutable: true,
    }),
    region: field(z._default(text(25), ''), {
      title: 'Region',
      help: 'Empty = the Region of the account. CloudFront takes certificates of us-east-1 only.',
      immutable: true,
    }),
    validation: field(choice(['DNS', 'EMAIL'], 'DNS'), {
      title: 'Validated by',
      help: 'DNS: it renews by itself as long as the record stands and the certificate is in use.',
      aws: 'ValidationMethod',
      immutable: true,
    }),
    keyAlgorithm: field(
      choice(['RSA_1024', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1'], 'RSA_2048'),
      {
        title: 'Key',
        help: 'RSA keys of 1024 bits can only be imported. They count as too short today.',
        aws: 'KeyAlgorithm',
        immutable: true,
      },
    ),
    imported: field(flag(false), {
      title: 'Imported',
      help: 'It was made elsewhere and brought into ACM. ACM never renews it: you import the next one.',
    }),
    expired: field(flag(false), {
      title: 'Expired',
      help: 'Its last day is over. Clients that check it hang up.',
    }),
    issued: field(flag(true), {
      title: 'Issued',
      help: 'Off = you have not yet proven that the domain is yours, and nothing can use it.',
    }),
    exportable: field(flag(false), {
      title: 'Exportable',
      help: 'The private key may leave ACM, for servers of your own. A public one then costs money.',
      aws: 'CertificateExport',
      immutable: true,
    }),
  })
  .check(
    z.superRefine((props, issues) => {
      if (props.region !== '' && !/^[a-z]{2}(-[a-z]+)+-\d$/.test(props.region))
        issues.addIssue({ code: 'custom', path: ['region'], message: 'A Region looks like us-east-1.' });
    }),
  );
export type Props = z.output<typeof Props>;
