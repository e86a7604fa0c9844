import type { Entries } from '../skill.ts';

/** Finding out: with users, with communities, with evidence. */
export const research: Entries = {
  'research-evaluation': {
    label: 'Research and evaluation',
    also: 'investigación y evaluación',
    cpv: '73000000, 79315000',
  },
  'user-research': {
    label: 'User research',
    also: 'ux research, design research, user interviews, investigación de usuarios, recherche utilisateur, contextual inquiry, discovery research',
    under: 'research-evaluation',
    cpv: '73110000, 79311000',
  },
  'usability-testing': {
    label: 'Usability testing',
    also: 'user testing, usability test, usability study, pruebas de usabilidad, user tests',
    under: 'user-research',
    near: 'accessibility-testing',
    cpv: '72225000',
  },
  'heuristic-evaluation': {
    label: 'UX audit',
    also: 'heuristic evaluation, expert review, ux review, usability audit',
    under: 'user-research',
    near: 'ux-design',
  },
  'discovery-phase': {
    label: 'Discovery phases',
    also: 'needs assessment, needs analysis, requirements gathering, alpha phase',
    under: 'user-research',
    near: 'business-analysis',
    cpv: '72221000',
  },
  'participant-recruitment': {
    label: 'Participant recruitment',
    also: 'recruit participants, research recruitment',
    under: 'user-research',
  },
  'diary-studies': {
    label: 'Diary studies and ethnography',
    also: 'diary study, ethnography, field study, shadowing',
    under: 'user-research',
  },
  'survey-research': {
    label: 'Survey research',
    also: 'survey design, questionnaire, opinion survey, encuesta, sondage, customer satisfaction survey',
    under: 'research-evaluation',
    cpv: '79311000',
  },
  'qualitative-research': {
    label: 'Qualitative research',
    also: 'interviews, focus groups, thematic analysis, qualitative analysis',
    under: 'research-evaluation',
    near: 'user-research',
    cpv: '79315000',
  },
  'quantitative-research': {
    label: 'Quantitative research',
    also: 'quantitative methods, quantitative analysis, econometrics',
    under: 'research-evaluation',
    near: 'statistics',
    cpv: '79330000',
  },
  'participatory-research': {
    label: 'Participatory action research',
    also: 'action research, community research, peer research, citizen science, investigación acción',
    under: 'research-evaluation',
    near: 'co-design',
  },
  'desk-research': {
    label: 'Desk research',
    also: 'literature review, landscape review, secondary research, benchmarking study',
    under: 'research-evaluation',
    cpv: '73210000',
  },
  'market-research': {
    label: 'Market research',
    also: 'market analysis, competitor analysis, market study, estudio de mercado',
    under: 'research-evaluation',
    cpv: '79310000',
  },
  'feasibility-studies': {
    label: 'Feasibility studies',
    also: 'feasibility study, options appraisal, viability study, estudio de viabilidad, business case',
    under: 'research-evaluation',
    near: 'business-planning',
    cpv: '79410000',
  },
  evaluation: {
    label: 'Programme evaluation',
    also: 'project evaluation, evaluation report, impact evaluation, external evaluation, evaluación',
    under: 'research-evaluation',
    cpv: '79419000',
  },
  'impact-measurement': {
    label: 'Impact measurement',
    also: 'social impact, social value measurement, theory of change, sroi, social audit, balance social',
    under: 'evaluation',
  },
  'policy-research': {
    label: 'Policy research',
    also: 'policy analysis, policy paper, public policy, white paper',
    under: 'research-evaluation',
  },
  'technology-assessment': {
    label: 'Technology assessment',
    also: 'software selection, tool comparison, technology review, product evaluation, vendor selection',
    under: 'research-evaluation',
    near: 'digital-strategy',
    cpv: '72222100',
  },
  'algorithmic-impact': {
    label: 'Algorithmic impact assessment',
    also: 'algorithm audit, ai audit, bias audit, responsible ai, ai ethics, fairness in ai',
    under: 'research-evaluation',
    near: 'machine-learning, privacy-impact',
  },
  'economic-research': {
    label: 'Social economy research',
    also: 'economic research, social economy, solidarity economy, economía social',
    under: 'research-evaluation',
    cpv: '79311400',
  },
  'open-science': {
    label: 'Open science support',
    also: 'open science, reproducible research, research data management, fair data',
    under: 'research-evaluation',
    near: 'open-data',
  },
};
