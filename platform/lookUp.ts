import { z } from 'zod';
import type { Resolver } from './dns.ts';

/** What the DNS says to one question; null where it could not be asked. */
export type Answer = string[] | null;

const textRecords = z.array(z.union([z.string(), z.array(z.string())]));
const mailServers = z.array(z.object({ exchange: z.string(), priority: z.number() }));

/** The TXT records of a name, the parts of each put together (RFC 7208, section 3.3); none is an empty list. */
export async function lookUpTexts(name: string, resolver: Resolver): Promise<Answer> {
  const found = await ask(name, 'TXT', resolver);
  return found === null ? null : textRecords.parse(found).map((parts) => [parts].flat().join(''));
}

/** The mail servers of a domain, the first to be tried first. */
export async function lookUpMailServers(domain: string, resolver: Resolver): Promise<Answer> {
  const found = await ask(domain, 'MX', resolver);
  if (found === null) return null;
  const servers = mailServers.parse(found).toSorted((a, b) => a.priority - b.priority);
  return servers.map(({ exchange }) => exchange.replace(/\.$/, ''));
}

async function ask(name: string, type: string, resolver: Resolver): Promise<unknown> {
  try {
    return await resolver(name, type);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    return null;
  }
}
