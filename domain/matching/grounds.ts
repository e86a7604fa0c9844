import type { Relatedness } from '../vocabulary/vocabulary.ts';

/** A past project as reasons name it. */
export interface NamedProject {
  title: string;
  year: number;
  /** It was done for the client of the tender. */
  isForClient?: true;
}

/**
 * What a term of the fit rests on, as data: pages and mails say it in the reader's language. Skills, sectors, values,
 * countries and languages are named by their slugs and codes.
 */
export type Grounds =
  | { is: 'noRequirement' }
  | { is: 'skillMissing'; wanted: string }
  | {
      is: 'skillHeld';
      held: string;
      wanted: string;
      relation: Relatedness['kind'];
      level: number;
      /** Month, such as 2026-08; null where it was not said. */
      lastUsed: string | null;
    }
  | { is: 'noProject' }
  | ({ is: 'project' } & NamedProject)
  /** Two of them, the most similar first. */
  | { is: 'projects'; projects: NamedProject[] }
  | { is: 'freeDays'; free: number; wanted: number }
  | { is: 'noSector' }
  | { is: 'sectorKnown'; sector: string }
  | { is: 'sectorNew'; sector: string }
  | { is: 'remote' }
  | { is: 'notRemote' | 'noPlace' }
  | { is: 'inCity'; city: string }
  | { is: 'inCountry' | 'elsewhereInCountry' | 'remoteFromAbroad'; country: string }
  | { is: 'notInCountry'; country: string }
  | { is: 'noLanguage' }
  | { is: 'languages'; spoken: number; asked: string[] }
  | { is: 'noValues' | 'noSharedValues' }
  | { is: 'sharedValues'; values: string[] }
  /** In English, of a match that was made before grounds were data. */
  | { is: 'said'; words: string };
