import type { Entries } from '../skill.ts';

/** Helping others to learn. */
export const trainingSkills: Entries = {
  training: {
    label: 'Training and learning',
    also: 'training, trainer, formación, formació, schulung, capacitación, capacity building',
    cpv: '80500000',
  },
  'digital-skills-training': {
    label: 'Digital skills training',
    also: 'digital literacy, digital skills, alfabetización digital, competencias digitales, basic it training',
    under: 'training',
    cpv: '80533100',
  },
  'technical-training': {
    label: 'Technical training',
    also: 'developer training, coding bootcamp, programming course, teach programming',
    under: 'training',
    cpv: '80531200',
  },
  'software-user-training': {
    label: 'Software user training',
    also: 'user training, cms training, staff training, editor training, onboarding sessions',
    under: 'training',
    cpv: '80533000',
  },
  'train-the-trainer': {
    label: 'Train the trainer',
    also: 'training of trainers, formación de formadores',
    under: 'training',
  },
  'curriculum-design': {
    label: 'Curriculum and instructional design',
    also: 'instructional design, curriculum development, learning design, course design, diseño instruccional',
    under: 'training',
    cpv: '80521000',
  },
  'e-learning': {
    label: 'E-learning content',
    also: 'elearning, online course, mooc, scorm, h5p, articulate storyline, curso online, formation en ligne',
    under: 'training',
    cpv: '80420000',
  },
  webinars: {
    label: 'Webinars',
    also: 'online seminar',
    under: 'training',
    near: 'event-production',
    cpv: '80522000',
  },
  'media-education': {
    label: 'Media education',
    also: 'media literacy, educación mediática, medienpädagogik, tech sovereignty workshops',
    under: 'training',
  },
  'coop-education': {
    label: 'Co-op education',
    also: 'cooperative education, co-operative education, educación cooperativa, training for co-op members',
    under: 'training',
    near: 'coop-development',
    cpv: '80532000',
  },
  'security-awareness': {
    label: 'Security awareness training',
    also: 'security training for staff, cyber awareness',
    under: 'training',
    near: 'information-security, digital-safety',
    cpv: '80550000',
  },
  apprenticeships: {
    label: 'Apprenticeships and placements',
    also: 'apprenticeship, internship programme, work placement, vocational training, prácticas',
    under: 'training',
    cpv: '80530000',
  },
  'educational-toolkits': {
    label: 'Toolkits and guides',
    also: 'toolkit, how-to guide, learning materials, teaching materials, open educational resources',
    under: 'training',
    near: 'technical-writing',
  },
};
