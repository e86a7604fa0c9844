import type { Entries } from '../skill.ts';

/** Knowing that it works. */
export const quality: Entries = {
  quality: {
    label: 'Quality and testing',
    also: 'qa and testing, software quality',
    cpv: '72254000, 72225000',
  },
  'quality-assurance': {
    label: 'Quality assurance',
    also: 'qa, quality engineering, test strategy, test management, aseguramiento de la calidad',
    under: 'quality',
    cpv: '72225000',
  },
  'manual-testing': {
    label: 'Manual testing',
    also: 'exploratory testing, functional testing, tester, test cases, pruebas de software',
    under: 'quality-assurance',
    cpv: '72254000',
  },
  'test-automation': {
    label: 'Test automation',
    also: 'automated testing, automated tests, end-to-end testing, e2e tests, playwright, cypress, selenium, unit testing',
    under: 'quality-assurance',
    cpv: '72212984',
  },
  'load-testing': {
    label: 'Load testing',
    also: 'performance testing, stress test',
    under: 'quality-assurance',
    cpv: '72254100',
  },
  'acceptance-testing': {
    label: 'User acceptance testing',
    also: 'uat, acceptance tests, acceptance criteria',
    under: 'quality-assurance',
    cpv: '72226000',
  },
  'mobile-testing': {
    label: 'Device and browser testing',
    also: 'cross-browser testing, mobile testing',
    under: 'quality-assurance',
  },
  'code-review': {
    label: 'Code review and audit',
    also: 'code audit, code quality review, technical due diligence, technical audit',
    under: 'quality',
    near: 'software-architecture, security-audit',
    cpv: '72810000',
  },
  'test-driven-development': {
    label: 'Test-driven development',
    also: 'tdd, bdd, behaviour-driven development, pair programming',
    under: 'quality',
    near: 'agile',
  },
};
