import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { hasSwitch, isAboutTenders } from '@cobid/domain/mail/rules.ts';
import { scopesOf } from '@cobid/domain/mail/stopping.ts';
import type { StopScope } from '@cobid/domain/mail/stopping.ts';
import { mailSettings, switchOff, switchOn } from '../mongo/models/mailSettings.ts';
import { mainNetwork } from '../mongo/models/network.ts';
import type { PersonRecord } from '../mongo/models/person.ts';
import { suppressions } from '../mongo/models/suppression.ts';

/** Whose mails are meant, and the kind of the mail in which they were stopped. */
export interface MailReader {
  email: string;
  /** Null where the address belongs to nobody any more. */
  person: Pick<PersonRecord, 'id' | 'zone'> | null;
  kind: MailKind;
}

/** What a person did themself; only that can be undone by themself (a bounce stays). */
const CAUSE = 'unsubscribed';
const suppressedBy = { tenders: 'opportunity', all: 'optional' } as const;

/** Stops mails at once, however often it is called; false where there is no such thing to stop. */
export async function stopMails(
  { email, person, kind }: MailReader,
  scope: StopScope,
  now: Date,
): Promise<boolean> {
  if (!scopesOf(kind).includes(scope)) return false;
  if (scope !== 'kind') {
    await suppressions.insertIfNew({ email, kind: suppressedBy[scope], at: now, cause: CAUSE });
    return true;
  }
  if (person === null) return false;
  await switchOff(person, (await mainNetwork()).id, kind, now);
  return true;
}

/** Takes an own stop back. */
export async function letMailsCome({ email, person, kind }: MailReader, scope: StopScope): Promise<void> {
  if (scope !== 'kind') await suppressions.remove({ email, kind: suppressedBy[scope], cause: CAUSE });
  else if (person !== null) await switchOn(person.id, (await mainNetwork()).id, kind);
}

/** What is stopped for a reader, by whatever way: a wider stop stops the narrower ones, too. */
export async function stoppedFor({
  email,
  person,
  kind,
}: MailReader): Promise<(scope: StopScope) => boolean> {
  const network = await mainNetwork();
  const [found, settings] = await Promise.all([
    suppressions.find({ email }),
    person === null ? null : mailSettings.findOne({ personId: person.id, networkId: network.id }),
  ]);
  const has = (stop: (typeof found)[number]['kind']) => found.some((each) => each.kind === stop);
  const all = has('all') || has('optional');
  const tenders = all || has('opportunity');
  const isOff = hasSwitch(kind) && settings?.settings.switchedOff.includes(kind) === true;
  return (scope) =>
    scope === 'all' ? all : scope === 'tenders' ? tenders : isOff || all || (tenders && isAboutTenders(kind));
}
