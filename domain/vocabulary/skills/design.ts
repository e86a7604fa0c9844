import type { Entries } from '../skill.ts';

/** Design of services, interfaces and printed matter. */
export const design: Entries = {
  design: { label: 'Design', also: 'diseño, gestaltung, progettazione, disseny', cpv: '79930000, 79415200' },
  'ux-design': {
    label: 'UX design',
    also: 'ux, user experience, user-centred design, human-centred design, diseño ux, experiencia de usuario, expérience utilisateur, ux/ui, ui/ux',
    under: 'design',
    near: 'user-research',
    cpv: '72413000, 79930000',
  },
  'interaction-design': {
    label: 'Interaction design',
    also: 'ixd, interaction designer, user flows',
    under: 'ux-design',
  },
  'ui-design': {
    label: 'User interface design',
    also: 'ui design, ui, interface design, diseño de interfaces, figma design',
    under: 'ux-design',
    near: 'web-design',
  },
  'web-design': {
    label: 'Web design',
    also: 'website design, diseño web, web designer',
    under: 'design',
    near: 'html-css, ux-design',
    cpv: '72413000',
  },
  'interface-prototyping': {
    label: 'Wireframes and prototypes',
    also: 'wireframes, wireframing, clickable prototype, figma, penpot, mock-ups',
    under: 'ux-design',
    cpv: '72244000',
  },
  'information-architecture': {
    label: 'Information architecture',
    also: 'sitemap, card sorting, tree testing, navigation design, taxonomy of content',
    under: 'ux-design',
    near: 'content-strategy',
  },
  'service-design': {
    label: 'Service design',
    also: 'service blueprint, service blueprinting, customer journey mapping, journey mapping, diseño de servicios, design de service',
    under: 'design',
    near: 'user-research, co-design',
    cpv: '79415200, 72221000',
  },
  'co-design': {
    label: 'Co-design',
    also: 'participatory design, co-creation, codiseño, design justice',
    under: 'design',
    near: 'facilitation',
  },
  'design-systems': {
    label: 'Design systems',
    also: 'style guide, design tokens, pattern guide',
    under: 'ui-design',
  },
  'inclusive-design': {
    label: 'Inclusive design',
    also: 'universal design, accessible design, diseño inclusivo, design for all',
    under: 'ux-design',
    near: 'accessibility',
  },
  'behaviour-design': {
    label: 'Behaviour and ethical design',
    also: 'behavioural design, ethical design, dark patterns, humane technology',
    under: 'ux-design',
  },
  'design-sprints': {
    label: 'Design sprints',
    also: 'design thinking, ideation workshop',
    under: 'design',
    near: 'workshop-design',
  },
  'graphic-design': {
    label: 'Graphic design',
    also: 'visual design, diseño gráfico, graphisme, grafikdesign, visual communication',
    under: 'design',
    cpv: '79822500',
  },
  branding: {
    label: 'Branding and visual identity',
    also: 'branding, brand identity, visual identity, corporate identity, logo design, logo, rebrand, identidad visual, identité visuelle',
    under: 'graphic-design',
    near: 'brand-strategy',
  },
  illustration: {
    label: 'Illustration',
    also: 'illustrator, drawings, comic, ilustración',
    under: 'graphic-design',
  },
  iconography: {
    label: 'Icons and pictograms',
    also: 'icon design, icon set, pictograms',
    under: 'illustration',
  },
  typography: { label: 'Typography', also: 'type design, font design, lettering', under: 'graphic-design' },
  'editorial-design': {
    label: 'Editorial and print design',
    also: 'editorial design, print design, layout design, maquetación, mise en page, dtp, desktop publishing, brochure design, report design, annual report design',
    under: 'graphic-design',
    cpv: '79553000, 79822500',
  },
  'poster-campaign-design': {
    label: 'Campaign design',
    also: 'poster design, campaign materials, social media graphics, banners',
    under: 'graphic-design',
    near: 'campaigning',
  },
  infographics: {
    label: 'Infographics',
    also: 'information design, visual explanation, explainer graphics',
    under: 'graphic-design',
    near: 'data-visualisation',
  },
  'exhibition-design': {
    label: 'Exhibition and wayfinding design',
    also: 'exhibition design, wayfinding, signage, museum interactives, interactive exhibit',
    under: 'design',
    cpv: '79930000, 92521000',
  },
  'game-ui': {
    label: 'Interactive storytelling design',
    also: 'interactive story, scrollytelling, interactive documentary',
    under: 'design',
    near: 'journalism',
  },
  'email-design': {
    label: 'E-mail design',
    also: 'email templates, html email, newsletter template',
    under: 'graphic-design',
    near: 'html-css',
  },
  'packaging-design': {
    label: 'Packaging and product design',
    also: 'packaging design, product packaging, industrial design',
    under: 'design',
  },
};
