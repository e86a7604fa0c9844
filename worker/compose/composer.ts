import type { Config } from '@cobid/platform/config.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import type { MailContent } from '../mail/content.ts';

/** What composing may use besides the models. */
export interface ComposeTools {
  config: Pick<Config, 'APP_URL' | 'COBID_SECRET' | 'INBOUND_DOMAIN'>;
  now: Date;
}

/** What is recorded of a mail besides (see DeliveryRecord). */
export type OnRecord = Pick<DeliveryRecord, 'setting' | 'isOnOwnBids' | 'items'>;

/** The mail; or why its moment has passed, so that nothing is sent; or when its moment comes. */
export type Composed = { content: MailContent; onRecord?: OnRecord } | { moot: string } | { notBefore: Date };

/**
 * Reads what a mail is about as it is now and writes it. Composing twice gives the same links, so that a mail that is
 * sent again is the same mail.
 */
export type Composer = (delivery: DeliveryRecord, tools: ComposeTools) => Promise<Composed>;

export const moot = (why: string): Composed => ({ moot: why });
export const composed = (content: MailContent, onRecord: OnRecord = {}): Composed => ({ content, onRecord });

/** A page of the client as a link that works in a mail. */
export function pageUrl({ config }: ComposeTools, path: string): string {
  return `${config.APP_URL}${path}`;
}
