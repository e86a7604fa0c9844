/** The tags of a DKIM or DMARC record by lower-case name (RFC 6376, section 3.2), without the space within values. */
export function tagsOf(record: string): ReadonlyMap<string, string> {
  return new Map(
    record.split(';').flatMap((part): [string, string][] => {
      const at = part.indexOf('=');
      if (at === -1) return [];
      return [[part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).replace(/\s+/g, '')]];
    }),
  );
}
