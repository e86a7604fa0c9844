import { mailSettingsOf } from '../mongo/models/mailSettings.ts';
import { mainNetwork } from '../mongo/models/network.ts';
import { toDeliveries } from '../consortium/binderMails.ts';
import type { BinderMail } from '../consortium/binderMails.ts';

/** How many people would get at least one of these mails; those who have switched them off are not counted. */
export async function whoWouldGet(mails: readonly BinderMail[]): Promise<number> {
  const deliveries = await toDeliveries(mails);
  const personIds = [...new Set(deliveries.flatMap(({ personId }) => personId ?? []))];
  const settingsOf = await mailSettingsOf(personIds, (await mainNetwork()).id);
  return personIds.filter((id) =>
    deliveries.some(({ personId, kind }) => personId === id && !settingsOf(id).switchedOff.includes(kind)),
  ).length;
}
