import type { ExampleTender } from '../exampleTender.ts';

export const weserfurt: readonly ExampleTender[] = [
  {
    key: 'research-data',
    client: 'Universität Weserfurt',
    state: 'open',
    title: 'Research data portal that people outside can use',
    summary:
      'A portal on which our institutes deposit research data once, with good metadata, and on which schools, journalists and other universities find and understand it.',
    problem:
      'Our data sits in 40 drives. When a doctoral student leaves, it goes with them. The repository of 2016 accepts anything and describes nothing: 80 per cent of its records have been opened by nobody but a crawler. Funders now ask for proof that data can be found and reused.',
    outcome:
      '- Depositing a data set takes twenty minutes and no training.\n- Every record says in three plain sentences what it is and what it is not.\n- Search engines, OpenAIRE and our library catalogue find it.\n- It runs on open source that our library’s two developers can maintain.',
    users:
      'About 600 researchers who deposit, two data stewards, and outside readers: teachers, local journalists, public authorities.',
    requirements: [
      ['core', 'django', 'must', 4, 40],
      ['meta', 'open-science', 'must', 3, 14, { note: 'DataCite, persistent identifiers, embargo' }],
      ['ux', 'ux-design', 'must', 3, 15],
      ['audit', 'accessibility-audit', 'must', 4, 6, { note: 'According to BITV 2.0' }],
      ['run', 'hosting', 'must', 3, 8, { certificate: 'iso-27001' }],
      ['front', 'react', 'should', 3, 20],
      ['norms', 'linked-data', 'should', 3, 8],
    ],
    budget: [62_000, 80_000],
    criteria: [
      ['Technical concept', 40, ''],
      ['Usability and accessibility', 25, ''],
      ['Maintainability by the library', 20, ''],
      ['Price', 15, ''],
    ],
    workplace: 'remote',
    languages: ['de', 'en'],
    values: ['open-source', 'open-data', 'open-standards', 'knowledge-sharing'],
    cpv: ['72212190', '72320000'],
    created: -20,
    published: -9,
    questions: 8,
    deadline: 16,
    decision: 40,
    start: 55,
    end: 175,
  },
  {
    key: 'self-defence',
    client: 'Universität Weserfurt',
    state: 'evaluating',
    title: 'Online course: digital self-defence for first-year students',
    summary:
      'Six short modules with which 2,400 first-year students learn to protect their accounts, their data and each other, free to reuse by other universities.',
    problem:
      'Every October the helpdesk resets 700 passwords that were given away. The present training is a 90-minute video with a quiz that can be passed without watching it. Students who are stalked or outed online find no help in it.',
    outcome:
      '- Six modules of 15 minutes that students finish, because they are about their lives.\n- A module made with the equality office on violence online.\n- Everything under an open licence, in German and English.',
    users: '2,400 first-year students from 70 countries, tutors, the helpdesk, the equality office.',
    requirements: [
      ['course', 'e-learning', 'must', 4, 18],
      ['safety', 'digital-safety', 'must', 4, 8],
      ['moodle', 'moodle', 'should', 3, 5],
      ['drawing', 'animation', 'should', 3, 8],
      ['plain', 'plain-language', 'should', 3, 4],
    ],
    budget: [21_000, 28_000],
    criteria: [
      ['Didactic concept', 50, ''],
      ['Experience with the subject', 30, ''],
      ['Price', 20, ''],
    ],
    workplace: 'remote',
    languages: ['de', 'en', 'es'],
    values: ['knowledge-sharing', 'feminism', 'privacy'],
    cpv: ['80420000'],
    created: -40,
    published: -33,
    questions: -10,
    deadline: -2,
    decision: 15,
    start: 30,
    end: 140,
    ended: -2,
  },
];
