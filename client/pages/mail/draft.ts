import type { MailSettings } from '@cobid/domain/mail/settings.ts';

/** What each section of the settings gets: all of them, and how to change some. */
export interface MailSectionProps {
  settings: MailSettings;
  change: (fields: Partial<MailSettings>) => void;
  /** The sentence under a field that can't be saved as it stands. */
  issueAt: (pointer: string) => string | null;
}
