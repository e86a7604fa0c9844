import { z } from 'zod';

/** Languages that mails are written in, by BCP 47; the first is the one that everybody gets who has chosen none. */
export const languages = ['en', 'es', 'fr'] as const;
export const language = z.enum(languages, { error: 'is not a language that mails are written in' });
export type Language = z.infer<typeof language>;

/** Each language by its own name, as its speakers look for it. */
export const languageNames: Record<Language, string> = { en: 'English', es: 'Español', fr: 'Français' };
