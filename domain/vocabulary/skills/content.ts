import type { Entries } from '../skill.ts';

/** Words and reach: writing, editing, campaigning, being found. */
export const content: Entries = {
  content: {
    label: 'Content and communication',
    also: 'communications, comunicación, comms',
    cpv: '79340000, 92312210',
  },
  'content-design': {
    label: 'Content design',
    also: 'ux writing, ux writer, microcopy, content designer, service content',
    under: 'content',
    near: 'ux-design',
    cpv: '72413000, 92312210',
  },
  'content-strategy': {
    label: 'Content strategy',
    also: 'content audit, content plan, editorial strategy, content inventory, content governance',
    under: 'content',
    cpv: '79416200',
  },
  copywriting: {
    label: 'Copywriting',
    also: 'copywriter, redacción, rédaction web',
    under: 'content',
    cpv: '92312210',
  },
  'plain-language': {
    label: 'Plain language',
    also: 'plain english, clear language, lenguaje claro, langage clair, leichte sprache, einfache sprache',
    under: 'content',
    near: 'easy-read',
  },
  editing: {
    label: 'Editing and proofreading',
    also: 'proofreading, copy editing, corrección de textos, relecture, lektorat',
    under: 'content',
  },
  'technical-writing': {
    label: 'Technical writing',
    also: 'documentation, user manual, api documentation, user guide, docs as code',
    under: 'content',
    cpv: '72212310',
  },
  journalism: {
    label: 'Journalism and storytelling',
    also: 'journalism, reporting, storytelling, data journalism, periodismo',
    under: 'content',
  },
  'report-writing': {
    label: 'Report writing',
    also: 'reports, annual report writing, policy writing, case studies writing',
    under: 'content',
    near: 'editorial-design',
  },
  'digital-marketing': {
    label: 'Digital marketing',
    also: 'online marketing, internet marketing, marketing digital, google ads',
    under: 'content',
    cpv: '79342000',
  },
  'social-media': {
    label: 'Social media',
    also: 'social media strategy, redes sociales, réseaux sociaux, instagram',
    under: 'digital-marketing',
  },
  'search-optimisation': {
    label: 'Search engine optimisation',
    also: 'seo, search engine optimization, posicionamiento web, référencement',
    under: 'digital-marketing',
  },
  newsletters: {
    label: 'Newsletters',
    also: 'email campaigns, email marketing, boletín',
    under: 'digital-marketing',
  },
  campaigning: {
    label: 'Digital campaigning',
    also: 'campaign strategy, digital organising, online campaign, advocacy campaign, mobilisation',
    under: 'content',
    near: 'social-media',
  },
  'brand-strategy': {
    label: 'Brand strategy and messaging',
    also: 'messaging, brand positioning, tone of voice',
    under: 'content',
    cpv: '79413000',
  },
  'public-relations': {
    label: 'Press and public relations',
    also: 'public relations, press office, press release, media relations, gabinete de prensa',
    under: 'content',
    cpv: '79416000',
  },
  'communication-strategy': {
    label: 'Communication strategy',
    also: 'communications plan, plan de comunicación, stakeholder communication',
    under: 'content',
    cpv: '79416200',
  },
  'community-management': {
    label: 'Community management',
    also: 'community manager, community building, moderation of communities, online moderation',
    under: 'content',
    near: 'social-media',
  },
  'fundraising-writing': {
    label: 'Grant writing and fundraising',
    also: 'grant writing, grant applications, funding applications, subvenciones, fundraising strategy',
    under: 'content',
    near: 'bid-writing',
  },
  publishing: {
    label: 'Digital publishing',
    also: 'epub, ebook, online magazine, publishing workflow',
    under: 'content',
    near: 'editorial-design',
    cpv: '79970000, 72212312',
  },
};
