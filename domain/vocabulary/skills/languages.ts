import type { Entries } from '../skill.ts';

/** Working across human languages. */
export const languageServices: Entries = {
  'language-services': {
    label: 'Translation and localisation',
    also: 'language services, servicios lingüísticos',
    cpv: '79530000',
  },
  translation: {
    label: 'Translation',
    also: 'translator, traducción, traduction, übersetzung, traduzione, traducció',
    under: 'language-services',
  },
  localisation: {
    label: 'Localisation',
    also: 'localization, l10n, localización, app translation, website translation',
    under: 'language-services',
    near: 'internationalisation',
  },
  internationalisation: {
    label: 'Internationalisation',
    also: 'internationalization, i18n, multilingual website, multilingual site, right-to-left support',
    under: 'language-services, software-development',
    cpv: '72212740',
  },
  interpreting: {
    label: 'Interpreting',
    also: 'interpretation, simultaneous interpreting, interpretación, dolmetschen, community interpreting',
    under: 'language-services',
    cpv: '79540000',
  },
  'sign-language': {
    label: 'Sign language',
    also: 'sign language interpreting, bsl, lengua de signos, langue des signes, gebärdensprache',
    under: 'interpreting',
    near: 'accessibility',
  },
  'language-justice': {
    label: 'Language justice',
    also: 'multilingual meetings, multilingual facilitation, minority languages, justicia lingüística',
    under: 'language-services',
    near: 'facilitation',
  },
  'translation-management': {
    label: 'Translation management',
    also: 'weblate, translation workflow, translation memory, transifex, crowdin',
    under: 'localisation',
  },
  subtitling: {
    label: 'Subtitling and transcription',
    also: 'subtitles, captions, captioning, transcription, subtitulado, sous-titrage, live captioning',
    under: 'language-services',
    near: 'video-production',
  },
};
