import { exists } from '../filter.ts';
import { responses } from '../models/response.ts';
import type { Migration } from './migration.ts';

/** Nobody had said that they look for partners before there was a way to say it. */
export const answersAboutPartners: Migration = {
  name: '0005-answers-about-partners',
  run: async () => {
    await responses.changeMany({ seeksPartners: exists(false) }, { set: { seeksPartners: false } });
  },
};
