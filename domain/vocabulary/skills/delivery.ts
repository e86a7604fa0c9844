import type { Entries } from '../skill.ts';

/** Getting work done together, on time and for the right reason. */
export const delivery: Entries = {
  delivery: {
    label: 'Delivery and management',
    also: 'gestión y entrega, digital delivery',
    cpv: '72224000, 79421000',
  },
  'project-management': {
    label: 'Project management',
    also: 'project manager, project coordination, prince2, gestión de proyectos, gestion de projet, projektmanagement, project lead',
    under: 'delivery',
  },
  'delivery-management': {
    label: 'Delivery management',
    also: 'delivery manager, scrum master',
    under: 'delivery',
    near: 'project-management',
  },
  'product-management': {
    label: 'Product management',
    also: 'product manager, product owner, product ownership, roadmap planning, product roadmap',
    under: 'delivery',
    near: 'product-strategy',
  },
  'programme-management': {
    label: 'Programme management',
    also: 'programme manager, portfolio management, pmo',
    under: 'delivery',
  },
  'consortium-coordination': {
    label: 'Consortium coordination',
    also: 'partnership management, lead partner, eu project coordination, multi-partner projects',
    under: 'project-management',
  },
  agile: {
    label: 'Agile coaching',
    also: 'agile, scrum, kanban, agile transformation, lean',
    under: 'delivery',
    cpv: '72224000, 80511000',
  },
  'business-analysis': {
    label: 'Business analysis',
    also: 'business analyst, requirements analysis, process mapping, user stories, análisis funcional',
    under: 'delivery',
    cpv: '72221000, 72223000',
  },
  'technical-leadership': {
    label: 'Technical leadership',
    also: 'tech lead, lead developer, cto as a service, fractional cto',
    under: 'delivery',
    near: 'software-architecture',
  },
  'change-management': {
    label: 'Change management',
    also: 'organisational change, digital adoption, change support, gestión del cambio',
    under: 'delivery',
    near: 'organisational-development',
    cpv: '79411000',
  },
  'service-management': {
    label: 'Service management',
    also: 'itil, itsm, service level agreement, service desk management',
    under: 'delivery',
    near: 'helpdesk',
    cpv: '72591000',
  },
  'account-management': {
    label: 'Client and account management',
    also: 'account manager, client relations, client support',
    under: 'delivery',
    cpv: '79342300',
  },
  'event-production': {
    label: 'Event production',
    also: 'event management, conference organisation, online events, webinar production, hackathon, organización de eventos, livestreamed events',
    under: 'delivery',
    cpv: '79952000',
  },
  'budget-management': {
    label: 'Budgets and grant reporting',
    also: 'budget management, financial reporting, grant management, justificación de subvenciones',
    under: 'delivery',
    cpv: '79412000',
  },
};
