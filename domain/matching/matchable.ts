import type { CoopProfile } from '../coop/schema.ts';
import type { Id } from '../ids.ts';
import type { TenderContent } from '../tender/schema.ts';

/** What matching reads of a co-op. Its legal form, bases, size, age and fees are not here on purpose. */
export interface MatchableCoop {
  id: Id;
  isCoop: boolean;
  profile: CoopProfile;
}

/** What matching reads of a tender. */
export interface MatchableTender {
  id: Id;
  clientId: Id | null;
  /** Whom the work is for, as past projects may name them, too; null where nobody is known. */
  clientName: string | null;
  content: TenderContent;
}
