import { responses } from '@cobid/platform/mongo/models/response.ts';
import { opportunityPassedOn } from '../../mail/kinds/opportunityPassedOn.ts';
import { composed, moot } from '../composer.ts';
import type { Composer } from '../composer.ts';
import { nameOf, readOrganisations } from '../readReader.ts';
import { commonParts, matchParts } from './opportunityParts.ts';
import { readOpportunities } from './readOpportunities.ts';

/** A tender that another co-op passes on. */
export const composeOpportunityPassedOn: Composer = async (delivery, tools) => {
  const known = (await readOpportunities([delivery], tools.now)).get(delivery.id);
  if (known === undefined) return moot('nobody to read it');
  if ('moot' in known) return known;
  const { tender, coopId, readBy, match } = known;
  const passed = await responses.findOne(
    { tenderId: tender.id, passedTo: coopId, answer: 'pass_to' },
    { sort: { at: -1 } },
  );
  if (passed === null) return moot('taken back');
  const { reader } = readBy;
  const passer = await readOrganisations([passed.coopId]);
  return composed(
    opportunityPassedOn({
      reader,
      ...commonParts(known, tools),
      passedOnBy: nameOf(passer, passed.coopId, reader),
      note: passed.note,
      match: match?.isEligible === true ? matchParts(known, match) : null,
    }),
  );
};
