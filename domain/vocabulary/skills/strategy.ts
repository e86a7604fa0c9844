import type { Entries } from '../skill.ts';

/** Advice before, around and after the building. */
export const strategy: Entries = {
  strategy: {
    label: 'Strategy and advice',
    also: 'consulting, consultancy, consultoría, conseil, beratung',
    cpv: '79410000, 72220000',
  },
  'digital-strategy': {
    label: 'Digital strategy',
    also: 'digital transformation, it strategy, technology strategy, transformación digital, stratégie numérique, digital roadmap, digital maturity',
    under: 'strategy',
    cpv: '72222000',
  },
  'product-strategy': {
    label: 'Product strategy',
    also: 'product vision, product discovery, product positioning',
    under: 'strategy',
  },
  'open-source-strategy': {
    label: 'Open source strategy',
    also: 'free software, open source, open source community, foss, floss, libre software, software libre, logiciel libre, ospo, open source programme office',
    under: 'strategy',
    near: 'digital-sovereignty',
    cpv: '72266000, 72222000',
  },
  'digital-sovereignty': {
    label: 'Digital sovereignty',
    also: 'technological sovereignty, soberanía tecnológica, souveraineté numérique, big tech exit, vendor lock-in',
    under: 'strategy',
  },
  'business-planning': {
    label: 'Business planning',
    also: 'business plan, business model, business development, plan de empresa, business model canvas',
    under: 'strategy',
    cpv: '79411100',
  },
  'bid-writing': {
    label: 'Bid writing',
    also: "tender writing, proposal writing, bid management, bid manager, licitaciones, réponse aux appels d'offres",
    under: 'strategy',
    cpv: '79418000',
  },
  'procurement-advice': {
    label: 'Procurement advice',
    also: 'procurement, tender specification, technical specification, purchasing advice, contratación pública, terms of reference',
    under: 'strategy',
    near: 'technology-assessment',
    cpv: '79418000',
  },
  'enterprise-architecture': {
    label: 'Enterprise architecture',
    also: 'it landscape, application portfolio',
    under: 'strategy',
    near: 'software-architecture',
    cpv: '72222000',
  },
  'financial-modelling': {
    label: 'Financial modelling',
    also: 'financial planning, cash flow forecast, cost benefit analysis, financial projections',
    under: 'business-planning',
    cpv: '79412000',
  },
  'innovation-support': {
    label: 'Innovation support',
    also: 'innovation, accelerator programme, incubator, social innovation, innovación social',
    under: 'strategy',
    cpv: '79411100',
  },
  'sustainability-advice': {
    label: 'Sustainability advice',
    also: 'environmental policy, csr, esg reporting, net zero plan',
    under: 'strategy',
    near: 'sustainable-web',
    cpv: '90700000',
  },
  'policy-advice': {
    label: 'Tech policy advice',
    also: 'internet policy, digital rights, technology policy, ai policy, derechos digitales',
    under: 'strategy',
    near: 'policy-research',
  },
  'eu-projects': {
    label: 'European projects',
    also: 'horizon europe, erasmus+, eu funding, interreg, european funds, fondos europeos',
    under: 'strategy',
    near: 'fundraising-writing, consortium-coordination',
  },
  'service-ownership': {
    label: 'Service improvement',
    also: 'okr, performance framework',
    under: 'strategy',
    near: 'product-management',
  },
  standards: {
    label: 'Standards and protocols',
    also: 'technical standards, protocol design, standardisation, w3c',
    under: 'strategy',
    near: 'data-integration',
  },
};
