import addressParser from 'nodemailer/lib/addressparser';
import type { Config } from '@cobid/platform/config.ts';
import { readMailAddress } from '@cobid/platform/mailAddress.ts';
import type { InboundUse } from '@cobid/platform/mongo/models/inboundMail.ts';

/** One of Cobid's addresses and what it is for. */
export interface Destination {
  address: string;
  use: InboundUse;
  deliveryId: string | null;
  item: number;
}

/** Addresses that every domain with mail has to have (RFC 2142, RFC 5321 section 4.5.1); complaints come there, too. */
const COMPLAINTS = ['postmaster', 'abuse', 'complaints'];

/** What an address of the inbound domain is for; null for one that Cobid has not made. */
export function destinationsWith({
  COBID_SECRET,
  INBOUND_DOMAIN,
  MAIL_FROM,
}: Pick<Config, 'COBID_SECRET' | 'INBOUND_DOMAIN' | 'MAIL_FROM'>): (address: string) => Destination | null {
  const [sender] = addressParser(MAIL_FROM, { flatten: true });
  return (given) => {
    const address = given.toLowerCase();
    const [local = '', domain = ''] = address.split('@');
    const plain = (use: InboundUse) => ({ address, use, deliveryId: null, item: 0 });
    if (domain !== INBOUND_DOMAIN) {
      return local === 'postmaster' && domain === '' ? plain('complaints') : null;
    }
    if (COMPLAINTS.includes(local)) return plain('complaints');
    if (address === sender?.address.toLowerCase()) return plain('sender');
    const made = readMailAddress(COBID_SECRET, address);
    return made === null ? null : { address, ...made };
  };
}
