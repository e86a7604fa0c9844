import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { spf } from 'mailauth/lib/spf/index.js';
import { getDomain } from 'tldts';
import type { Resolver } from '@cobid/platform/dns.ts';

/** How a mail was handed over. */
export interface Handover {
  /** Of the server that handed it over. */
  ip: string;
  helo: string;
  /** The envelope's sender; '' for bounces. */
  sender: string;
  /** The address in From. */
  from: string;
}

export interface Authentication {
  /** DKIM or SPF passes for the domain of From, so that the mail is from where it says. */
  isAuthentic: boolean;
  /** The DNS could not be asked now: the same mail later may be another matter. */
  isUncertain: boolean;
  /** What was found, such as "dkim=pass example.org; spf=none". */
  says: string;
}

/**
 * Whether a mail is from the domain that its From names: by a DKIM signature of that organisation over the whole mail
 * (RFC 6376), or by SPF (RFC 7208) for an envelope sender of it. More than one From is never authentic.
 */
export async function authenticateMail(
  raw: Buffer,
  handover: Handover,
  { resolver, hostname }: { resolver: Resolver; hostname: string },
): Promise<Authentication> {
  const { from, sender, ip, helo } = handover;
  const [{ results, headerFrom }, sent] = await Promise.all([
    dkimVerify(raw, { resolver, sender }),
    sender === '' ? null : spf({ resolver, sender, ip, helo, mta: hostname }),
  ]);
  const isOneFrom = headerFrom.length === 1 && headerFrom[0]?.toLowerCase() === from && from !== '';
  const signed = results.find(
    ({ status }) => status.result === 'pass' && Boolean(status.aligned) && status.underSized !== true,
  );
  const sentBy = sent?.status.result === 'pass' && isSameOrganisation(domainOf(sender), domainOf(from));
  const all = [...results.map(({ status }) => status.result), sent?.status.result];
  const dkimSays = results.map(({ status, signingDomain }) => `dkim=${status.result} ${signingDomain}`);
  const spfSays = `spf=${sent?.status.result ?? 'none'} ${domainOf(sender)}`.trim();
  const isAuthentic = isOneFrom && (signed !== undefined || sentBy);
  return {
    isAuthentic,
    isUncertain: !isAuthentic && isOneFrom && all.some((result) => result?.startsWith('temperr') === true),
    says: [...(dkimSays.length === 0 ? ['dkim=none'] : dkimSays.slice(0, 5)), spfSays].join('; '),
  };
}

/**
 * The same by the word of a mail server on this machine (RFC 8601): the first Authentication-Results header of its name.
 * It vouches by DKIM, SPF or DMARC for what comes from others, and by SMTP AUTH for who has a mailbox there. That server
 * has to take out headers of its name that others have written.
 */
export function authenticatedBy(
  authservId: string,
  headers: Readonly<Record<string, string>>,
  from: string,
): Authentication {
  const [name = '', ...results] = (headers['authentication-results'] ?? '')
    .replace(/\([^()]*\)/g, ' ')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  const says = results
    .map((result) => result.replace(/\s+/g, ' ').slice(0, 100))
    .slice(0, 5)
    .join('; ');
  if (name.split(/\s/)[0] !== authservId || from === '')
    return { isAuthentic: false, isUncertain: false, says };
  const isAuthentic = results.some((result) => {
    // Whoever has signed in there to send it is known by their whole address, not by their domain alone.
    const signedIn = /^auth=pass\b.*\bsmtp\.auth=(\S+)/.exec(result)?.[1];
    if (signedIn !== undefined) return signedIn === from;
    const domain =
      /^dkim=pass\b.*\bheader\.(?:d|i)=\S*?@?([^@\s]+)(?=\s|$)/.exec(result)?.[1] ??
      /^spf=pass\b.*\bsmtp\.mailfrom=(\S+)/.exec(result)?.[1] ??
      /^dmarc=pass\b.*\bheader\.from=(\S+)/.exec(result)?.[1];
    return domain !== undefined && isSameOrganisation(domainOf(domain), domainOf(from));
  });
  return { isAuthentic, isUncertain: false, says };
}

/**
 * Whether two domains are of one organisation, as DMARC's relaxed alignment has it (RFC 7489): example.org and
 * mail.example.org are, two customers of a host that gives each a name below its own are not.
 */
function isSameOrganisation(a: string, b: string): boolean {
  if (a === b) return a !== '';
  const organisation = getDomain(a, { allowPrivateDomains: true });
  return organisation !== null && organisation === getDomain(b, { allowPrivateDomains: true });
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
