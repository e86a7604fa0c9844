import type { CoopProfile } from '@cobid/domain/coop/schema.ts';
import type { Draft } from '../../forms/useDraft.ts';

/** What each section of the profile gets: the whole profile, and how to change parts of it. */
export interface ProfileSectionProps {
  draft: Draft<CoopProfile>;
}
