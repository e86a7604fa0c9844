import { z } from 'zod';
import { instant } from '../time.ts';

/** `advice`: it works and could be better. `unknown`: the DNS did not answer, or there is nothing to compare with. */
export const dnsStates = ['ok', 'advice', 'missing', 'wrong', 'unknown'] as const;
export type DnsState = (typeof dnsStates)[number];

/** What is to be said of a record: how it stands, and what to do, in one or two sentences. */
export interface DnsJudgement {
  state: DnsState;
  sentence: string;
}

export const dnsRecordKinds = ['spf', 'dkim', 'dmarc', 'mx'] as const;

/** One record that mail needs: what is in the DNS, and what should be. */
export const dnsRecordView = z.object({
  kind: z.enum(dnsRecordKinds),
  type: z.enum(['TXT', 'MX']),
  /** Where it has to be. */
  name: z.string(),
  found: z.array(z.string()),
  /** What to put there, ready to be copied; null where Cobid cannot know. */
  wanted: z.string().nullable(),
  state: z.enum(dnsStates),
  sentence: z.string(),
});
export type DnsRecordView = z.infer<typeof dnsRecordView>;

/** How the DNS of the domains that mail is sent from, and comes back to, stands. */
export const mailDnsView = z.object({
  checkedAt: instant,
  /** True where mail does not leave this machine, and the DNS does not matter. */
  isLocal: z.boolean(),
  /** The domain of From. */
  sender: z.string(),
  /** The domain that mail comes back to; null where it is off. */
  inbound: z.string().nullable(),
  records: z.array(dnsRecordView),
});
export type MailDnsView = z.infer<typeof mailDnsView>;
