import type { Understood } from '@cobid/domain/reply/understandReply.ts';
import type { DeliveryRecord } from '@cobid/platform/mongo/models/delivery.ts';
import type { InboundMailRecord } from '@cobid/platform/mongo/models/inboundMail.ts';
import type { PersonRecord } from '@cobid/platform/mongo/models/person.ts';

/** A reply that counts: to which mail, by whom, in which words, and what they say. */
export interface Reply {
  mail: InboundMailRecord;
  delivery: DeliveryRecord;
  person: PersonRecord;
  words: string;
  understood: Understood;
}
