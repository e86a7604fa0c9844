import { people } from '@cobid/platform/mongo/models/person.ts';
import { liftStops } from '@cobid/platform/mongo/models/suppression.ts';
import { found } from '../http/problem.ts';

/** Takes away what stands between a person and their mails: whoever has signed in by mail has the mailbox. */
export async function liftMailStop(personId: string): Promise<void> {
  const { email } = found(await people.findById(personId));
  await liftStops(email);
}
