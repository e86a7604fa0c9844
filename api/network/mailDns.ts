import { isIP } from 'node:net';
import addressParser from 'nodemailer/lib/addressparser';
import { getDomain } from 'tldts';
import { judgeDkim } from '@cobid/domain/mailDns/judgeDkim.ts';
import { judgeDmarc } from '@cobid/domain/mailDns/judgeDmarc.ts';
import { judgeMx } from '@cobid/domain/mailDns/judgeMx.ts';
import { judgeSpf } from '@cobid/domain/mailDns/judgeSpf.ts';
import type { DnsJudgement, DnsRecordView, MailDnsView } from '@cobid/domain/mailDns/schema.ts';
import type { Config, DkimKey } from '@cobid/platform/config.ts';
import { dkimRecord } from '@cobid/platform/dkimRecord.ts';
import type { Resolver } from '@cobid/platform/dns.ts';
import { lookUpMailServers, lookUpTexts } from '@cobid/platform/lookUp.ts';
import type { Answer } from '@cobid/platform/lookUp.ts';

type MailConfig = Pick<
  Config,
  'APP_URL' | 'DKIM_KEYS' | 'INBOUND_DOMAIN' | 'INBOUND_URL' | 'MAIL_FROM' | 'SIGN_IN_MAIL_FROM' | 'SMTP_URL'
>;

/** Looks up all that the network's mail needs in the DNS, and says of each record what it should be. */
export async function mailDns(config: MailConfig, resolver: Resolver, now: Date): Promise<MailDnsView> {
  const { MAIL_FROM, SIGN_IN_MAIL_FROM = MAIL_FROM, INBOUND_DOMAIN: inbound = null } = config;
  const sender = domainOf(MAIL_FROM);
  const senders = [...new Set([sender, domainOf(SIGN_IN_MAIL_FROM)])];
  const isLocal = [...senders, ...(inbound === null ? [] : [inbound])].every(isOfThisMachine);
  const envelopes = inbound === null ? senders : [inbound];
  const records = isLocal
    ? []
    : await Promise.all([
        ...envelopes.map((domain) => spf(domain, config, resolver)),
        ...senders.flatMap((domain) => config.DKIM_KEYS.map((key) => dkim(key, domain, resolver))),
        ...(config.DKIM_KEYS.length === 0 ? [Promise.resolve(noDkim(sender))] : []),
        ...senders.map((domain) => dmarc(domain, inbound ?? domain, resolver)),
        ...(inbound === null ? [] : [mx(inbound, config, resolver)]),
      ]);
  return { checkedAt: now.toISOString(), isLocal, sender, inbound, records };
}

const unanswered: DnsJudgement = {
  state: 'unknown',
  sentence: 'The DNS did not answer. Try again in a minute.',
};

const judged = (found: Answer, judge: (found: string[]) => DnsJudgement) => ({
  found: found ?? [],
  ...(found === null ? unanswered : judge(found)),
});

async function spf(name: string, { SMTP_URL }: MailConfig, resolver: Resolver): Promise<DnsRecordView> {
  const found = await lookUpTexts(name, resolver);
  const records = found?.filter((text) => /^v=spf1/i.test(text)) ?? null;
  const server = new URL(SMTP_URL).hostname.replace(/^\[|\]$/g, '');
  const sending = isIP(server) > 0 ? `ip${isIP(server) === 4 ? 4 : 6}:${server}` : `a:${server}`;
  const wanted =
    isOfThisMachine(server) || (isIP(server) > 0 && isLoopback(server))
      ? 'v=spf1 a mx ~all'
      : `v=spf1 ${sending} mx ~all`;
  return { kind: 'spf', type: 'TXT', name, wanted, ...judged(records, judgeSpf) };
}

async function dkim(key: DkimKey, domain: string, resolver: Resolver): Promise<DnsRecordView> {
  const { name, value } = dkimRecord(key, domain);
  const found = await lookUpTexts(name, resolver);
  return {
    kind: 'dkim',
    type: 'TXT',
    name,
    wanted: value,
    ...judged(found, (texts) => judgeDkim(texts, value)),
  };
}

function noDkim(domain: string): DnsRecordView {
  return {
    kind: 'dkim',
    type: 'TXT',
    name: `…._domainkey.${domain}`,
    found: [],
    wanted: null,
    state: 'unknown',
    sentence:
      'Cobid does not sign mail. If your mail server does, all is well; else make a key with `npm run dkim` and set DKIM_KEYS.',
  };
}

async function dmarc(domain: string, envelope: string, resolver: Resolver): Promise<DnsRecordView> {
  const name = `_dmarc.${domain}`;
  const own = await lookUpTexts(name, resolver);
  const above = getDomain(domain, { allowPrivateDomains: true });
  const isInherited = own?.length === 0 && above !== null && above !== domain;
  const found = isInherited ? await lookUpTexts(`_dmarc.${above}`, resolver) : own;
  const how = { isSameDomain: domain === envelope, isInherited };
  return {
    kind: 'dmarc',
    type: 'TXT',
    name,
    wanted: `v=DMARC1; p=quarantine; rua=mailto:postmaster@${domain}`,
    ...judged(found, (texts) => judgeDmarc(texts, how)),
  };
}

async function mx(
  name: string,
  { APP_URL, INBOUND_URL }: MailConfig,
  resolver: Resolver,
): Promise<DnsRecordView> {
  const found = await lookUpMailServers(name, resolver);
  // Behind a mail server of one's own the name of that is not known here.
  const isOwnServer = INBOUND_URL?.startsWith('smtp:') === true;
  const wanted = isOwnServer ? `10 ${new URL(APP_URL).hostname}.` : null;
  return { kind: 'mx', type: 'MX', name, wanted, ...judged(found, judgeMx) };
}

function domainOf(from: string): string {
  const [sender] = addressParser(from, { flatten: true });
  return (sender?.address ?? '').split('@').at(-1)?.toLowerCase() ?? '';
}

/** Names that no DNS knows (RFC 6761), or that only this machine does. */
function isOfThisMachine(domain: string): boolean {
  return !domain.includes('.') || /\.(?:localhost|local|internal|test|invalid)$/.test(domain);
}

const isLoopback = (address: string) => address.startsWith('127.') || address === '::1';
