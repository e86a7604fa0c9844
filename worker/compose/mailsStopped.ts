import { mailKinds } from '@cobid/domain/mail/kinds.ts';
import { stopScopes } from '@cobid/domain/mail/stopping.ts';
import { paths } from '@cobid/domain/paths.ts';
import { stopToken } from '@cobid/platform/mailLinks/stopLink.ts';
import { people } from '@cobid/platform/mongo/models/person.ts';
import { mailsStopped } from '../mail/kinds/mailsStopped.ts';
import { composed, moot, pageUrl } from './composer.ts';
import type { Composer } from './composer.ts';
import { readerOf } from './readReader.ts';

/** Says what a mail has stopped; its link is that of the mail that was answered. */
export const composeMailsStopped: Composer = async ({ personId, data }, tools) => {
  const person = personId === null ? null : await people.findById(personId);
  const kind = mailKinds.find((each) => each === data['kind']);
  const scope = stopScopes.find((each) => each === data['scope']);
  if (person === null || kind === undefined || scope === undefined) return moot('gone');
  const token = stopToken(tools.config.COBID_SECRET, data['deliveryId'] ?? '');
  return composed(
    mailsStopped({
      reader: readerOf(person),
      scope,
      kind,
      url: pageUrl(tools, paths.unsubscribe(token)),
    }),
  );
};
