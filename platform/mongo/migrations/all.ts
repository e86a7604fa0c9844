import { mainNetwork } from '../models/network.ts';
import { languageOfPeople } from './0002-language-of-people.ts';
import { personalMailSettings } from './0003-personal-mail-settings.ts';
import { groundsOfMatches } from './0004-grounds-of-matches.ts';
import { answersAboutPartners } from './0005-answers-about-partners.ts';
import { tellingsOfMails } from './0006-tellings.ts';
import { fewerIndexes } from './0007-fewer-indexes.ts';
import { hintsForOpenTenders } from './0008-hints-for-open-tenders.ts';
import type { Migration } from './migration.ts';

/** All migrations in order. Indexes are not among them: `ensureIndexes` creates what the models declare. */
export const migrations: readonly Migration[] = [
  { name: '0001-main-network', run: async () => void (await mainNetwork()) },
  languageOfPeople,
  personalMailSettings,
  groundsOfMatches,
  answersAboutPartners,
  tellingsOfMails,
  fewerIndexes,
  hintsForOpenTenders,
];
