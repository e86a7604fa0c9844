import type { Resolver } from '@cobid/platform/dns.ts';

/** A DNS of a test's own; `isAway` makes it fail. */
export type TestDns = Resolver & { isAway: boolean };

/** A DNS that knows these records, by type and name ("TXT example.org"), and nothing else. */
export function testDns(records: Readonly<Record<string, unknown[]>>): TestDns {
  const dns = Object.assign(
    async (name: string, type: string) => {
      if (dns.isAway) throw Object.assign(new Error('no answer'), { code: 'ETIMEOUT' });
      const found = records[`${type} ${name}`];
      if (found === undefined) throw Object.assign(new Error('there is no such name'), { code: 'ENOTFOUND' });
      return asRecords(found);
    },
    { isAway: false },
  );
  return dns;
}

/** As platform/dns.ts has it: MX records are objects. */
function asRecords(records: unknown): string[] | string[][] {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- see above
  return records as string[] | string[][];
}
