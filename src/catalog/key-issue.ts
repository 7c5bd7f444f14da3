/** What is wrong with a choice between keys. `what`: "the messages". */
export function keyIssue(
  { encryption, kmsKey }: { readonly encryption: string; readonly kmsKey?: string | undefined },
  what: string,
): { readonly path: string[]; readonly message: string } | undefined {
  const own = encryption === 'customer-managed';
  if (own && !kmsKey) return { path: ['kmsKey'], message: `Connect the customer managed key that encrypts ${what}.` };
  if (own || !kmsKey) return undefined;
  return {
    path: ['encryption'],
    message: 'A KMS key is connected but not used. Choose customer-managed, or remove the key.',
  };
}
