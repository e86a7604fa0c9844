import type { Entries } from '../skill.ts';

/** Making sure that everybody can use it. */
export const accessibility: Entries = {
  'accessibility-inclusion': {
    label: 'Accessibility and inclusion',
    also: 'accesibilidad e inclusión',
    cpv: '72225000, 98200000',
  },
  accessibility: {
    label: 'Digital accessibility',
    also: 'accessibility, a11y, web accessibility, wcag, en 301 549, accesibilidad, accesibilidad web, accessibilité, accessibilité numérique, rgaa, barrierefreiheit, accessible website, bitv',
    under: 'accessibility-inclusion',
    cpv: '72225000, 72413000',
  },
  'accessibility-audit': {
    label: 'Accessibility audit',
    also: 'a11y audit, wcag audit, accessibility review, auditoría de accesibilidad, audit rgaa, conformance report, vpat',
    under: 'accessibility',
    cpv: '72810000',
  },
  'accessibility-testing': {
    label: 'Accessibility testing',
    also: 'screen reader testing, assistive technology testing, testing with disabled users, keyboard testing',
    under: 'accessibility',
    near: 'manual-testing',
    cpv: '72820000',
  },
  'accessible-development': {
    label: 'Accessible development',
    also: 'aria, accessible components, accessible front end, accessibility remediation',
    under: 'accessibility, frontend',
  },
  'accessible-documents': {
    label: 'Accessible documents',
    also: 'accessible pdf, pdf/ua, document remediation, accessible word documents',
    under: 'accessibility',
    cpv: '72512000',
  },
  'easy-read': {
    label: 'Easy read',
    also: 'easy to read, lectura fácil, falc, facile à lire, easy language',
    under: 'accessibility',
  },
  'accessibility-training': {
    label: 'Accessibility training',
    also: 'a11y training, accessibility workshop, wcag training',
    under: 'accessibility, training',
    cpv: '80510000',
  },
  'accessibility-policy': {
    label: 'Accessibility policy',
    also: 'accessibility statement, accessibility strategy, european accessibility act, eaa compliance',
    under: 'accessibility',
    near: 'digital-strategy',
  },
  'cognitive-accessibility': {
    label: 'Cognitive accessibility',
    also: 'neurodiversity, neuroinclusive design',
    under: 'accessibility',
    near: 'plain-language',
  },
  'media-accessibility': {
    label: 'Audio description and media access',
    also: 'audio description, audiodescripción, accessible video',
    under: 'accessibility',
    near: 'subtitling',
  },
  'digital-inclusion': {
    label: 'Digital inclusion',
    also: 'digital exclusion, digital divide, brecha digital, inclusion numérique, assisted digital',
    under: 'accessibility-inclusion',
    near: 'digital-skills-training',
    cpv: '80533000',
  },
  'gender-inclusion': {
    label: 'Gender and equality advice',
    also: 'gender equality, equality plan, feminist technology, igualdad de género, plan de igualdad',
    under: 'accessibility-inclusion',
    cpv: '98200000',
  },
  'anti-racism': {
    label: 'Diversity and anti-racism',
    also: 'diversity and inclusion, equity diversity and inclusion, dei',
    under: 'accessibility-inclusion',
    cpv: '98200000',
  },
  'older-people-services': {
    label: 'Design with older people',
    also: 'age-friendly design, dementia-friendly design',
    under: 'accessibility-inclusion',
    near: 'inclusive-design',
  },
  'children-online': {
    label: 'Design with children and young people',
    also: 'age appropriate design, youth participation',
    under: 'accessibility-inclusion',
    near: 'co-design',
  },
};
