import { Resolver as DnsResolver } from 'node:dns/promises';

/** Looks up records of the DNS by name and type, such as TXT; rejects with a `code` such as ENOTFOUND. */
export type Resolver = (name: string, type: string) => Promise<string[] | string[][]>;

const dns = new DnsResolver({ timeout: 3000, tries: 2 });

/** The DNS of this machine. */
export const resolveDns: Resolver = async (name, type) => asRecords(await dns.resolve(name, type));

/** Only MX records are objects, and mailauth, which asks for them, knows that although its types do not say it. */
function asRecords(records: unknown): string[] | string[][] {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- see above
  return records as string[] | string[][];
}
