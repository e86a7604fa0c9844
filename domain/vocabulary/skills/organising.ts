import type { Entries } from '../skill.ts';

/** People deciding and working together. */
export const organising: Entries = {
  organising: {
    label: 'Organising and governance',
    also: 'organización y gobernanza',
    cpv: '79411000, 79996000',
  },
  facilitation: {
    label: 'Facilitation',
    also: 'facilitator, meeting facilitation, facilitación, facilitation de réunion, moderation von gruppen',
    under: 'organising',
    cpv: '79411000, 79951000',
  },
  'workshop-design': {
    label: 'Workshop design',
    also: 'workshop, team retreat, talleres',
    under: 'facilitation',
  },
  'online-facilitation': {
    label: 'Online facilitation',
    also: 'remote facilitation, hybrid meetings, virtual workshops',
    under: 'facilitation',
  },
  'conflict-resolution': {
    label: 'Conflict resolution',
    also: 'mediation, mediator, conflict transformation, resolución de conflictos, mediación',
    under: 'organising',
    near: 'facilitation',
  },
  governance: {
    label: 'Governance design',
    also: 'governance, governance review, gobernanza, gouvernance, decision-making process',
    under: 'organising',
  },
  sociocracy: {
    label: 'Sociocracy and consent',
    also: 'sociocracy, sociocracia, sociocratie, consent decision-making, dynamic governance',
    under: 'governance',
  },
  'coop-development': {
    label: 'Co-op development',
    also: 'cooperative development, co-operative development, starting a co-op, setting up a cooperative, coop incubation, desarrollo cooperativo, business conversion',
    under: 'organising',
    near: 'business-planning',
    cpv: '79411100',
  },
  'coop-legal': {
    label: 'Co-op law and statutes',
    also: 'cooperative law, statutes, bylaws, articles of association, estatutos, model rules, incorporation',
    under: 'coop-development',
    near: 'digital-law',
    cpv: '79111000',
  },
  'platform-coop-advice': {
    label: 'Platform co-op advice',
    also: 'platform cooperativism, platform co-operativism, plateforme coopérative, cooperativismo de plataforma',
    under: 'coop-development',
    near: 'marketplaces',
  },
  'organisational-development': {
    label: 'Organisational development',
    also: 'organizational development, organisation design, team development, desarrollo organizacional, self-management',
    under: 'organising',
  },
  'participation-processes': {
    label: 'Participation processes',
    also: 'citizens assembly, public consultation, community engagement, stakeholder engagement, procesos participativos, deliberation, participatory budgeting',
    under: 'organising',
    near: 'co-design',
    cpv: '79315000, 79416200',
  },
  'community-organising': {
    label: 'Community organising',
    also: 'community organizing, grassroots organising, tenant organising',
    under: 'organising',
  },
  'people-hr': {
    label: 'People and working conditions',
    also: 'human resources, recruitment, pay policy, recursos humanos',
    under: 'organising',
    cpv: '79414000',
  },
  'coaching-mentoring': {
    label: 'Coaching and mentoring',
    also: 'coaching, mentoring, mentor, acompañamiento, accompagnement',
    under: 'organising',
    near: 'training',
    cpv: '80570000',
  },
  'knowledge-management': {
    label: 'Knowledge management',
    also: 'knowledge sharing, internal documentation, handbook writing',
    under: 'organising',
    near: 'technical-writing',
  },
  'remote-work': {
    label: 'Remote work practice',
    also: 'distributed teams, remote teams, asynchronous work, teletrabajo, télétravail',
    under: 'organisational-development',
  },
  'cooperative-finance': {
    label: 'Co-operative finance',
    also: 'community shares, cooperative finance, member investment, share offer, ethical finance, finanzas éticas',
    under: 'organising',
    cpv: '79412000',
  },
};
