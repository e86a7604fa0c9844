import type { ExampleTender } from '../exampleTender.ts';

export const harbourLights: readonly ExampleTender[] = [
  {
    key: 'rota',
    client: 'Harbour Lights',
    state: 'open',
    title: 'Casework and volunteer rota in one open system',
    summary:
      'Replace our five spreadsheets with one CiviCRM in which caseworkers see whom they support and 190 volunteers see when they are needed, safe enough for people whose addresses must never leak.',
    problem:
      'Our caseworkers keep people’s stories in spreadsheets that are e-mailed around. Twice this year a volunteer saw a file that was none of their business. The rota lives in a group chat: on a bad Monday three people turn up for one shift and nobody for the next.\n\nWe bought a hosted CRM in 2023 and stopped using it after four months, because it wanted to know things about people that we do not want to write down.',
    outcome:
      '- A caseworker finds a person’s file in under a minute and writes a note in the corridor.\n- A volunteer signs up for a shift on a phone and sees nothing else.\n- We can show the information commissioner who looked at what.\n- Two of us can change forms without asking anybody.',
    users:
      'Eleven caseworkers, most of them part time; 190 volunteers between 17 and 81, many on old phones; two administrators. Some of our volunteers came as refugees themselves and read little English.',
    requirements: [
      ['civicrm', 'civicrm', 'must', 4, 20, { note: 'Cases, roles and the volunteer rota' }],
      ['protection', 'data-protection', 'must', 3, 4, { note: 'Impact assessment before we move any data' }],
      ['migration', 'data-migration', 'should', 3, 5],
      ['research', 'user-research', 'should', 3, 6],
      ['access', 'accessibility-testing', 'should', 3, 3],
      ['training', 'software-user-training', 'should', 3, 4],
    ],
    budget: [17_000, 23_000],
    criteria: [
      ['Understanding of our work', 35, 'Have you listened?'],
      ['Safety of personal data', 30, 'How little you need to know, and how you protect it'],
      ['Price', 15, 'Within the band'],
      ['Leaving us able to run it', 20, 'Training, documentation, no lock-in'],
    ],
    workplace: 'hybrid',
    languages: ['en'],
    values: ['open-source', 'privacy', 'human-rights'],
    cpv: ['72212445', '72263000'],
    created: -24,
    published: -19,
    questions: -3,
    deadline: { hours: 30 },
    decision: 12,
    start: 30,
    end: 120,
  },
  {
    key: 'seven-languages',
    client: 'Harbour Lights',
    state: 'evaluating',
    title: 'A welcome website in seven languages',
    summary:
      'A small, fast website that tells people who have just arrived where to sleep, eat and get advice tonight, in seven languages, two of them right to left, kept up to date by volunteers.',
    problem:
      'People arrive with a phone and no data. They find our PDF from 2021, in English, with three dead phone numbers. Other groups in the city have their own lists; none agrees with another. Volunteers translate the same page over and over in messages.',
    outcome:
      '- The first useful answer loads in two seconds on a bad connection.\n- Seven complete languages; where a page is behind, it says so.\n- A volunteer corrects an address in a minute, and all languages follow.',
    users:
      'About 900 new arrivals a year, their neighbours, and advice workers in eleven organisations who will send people the link.',
    requirements: [
      ['site', 'cms', 'must', 4, 14],
      [
        'languages',
        'internationalisation',
        'must',
        4,
        8,
        { note: 'Arabic, Farsi, Kurdish, Tigrinya, Ukrainian, French, English' },
      ],
      ['content', 'content-design', 'must', 3, 8],
      ['speed', 'sustainable-web', 'should', 3, 3],
      ['access', 'accessibility', 'should', 3, 4],
    ],
    budget: [13_000, 19_000],
    criteria: [
      ['Quality of the approach', 50, ''],
      ['Experience with languages', 30, ''],
      ['Price', 20, ''],
    ],
    workplace: 'remote',
    languages: ['en'],
    values: ['human-rights', 'climate', 'accessibility-first'],
    cpv: ['72413000', '79530000'],
    created: -45,
    published: -38,
    questions: -14,
    deadline: -4,
    decision: 8,
    start: 24,
    end: 110,
    ended: -4,
  },
  {
    key: 'donations',
    client: 'Harbour Lights',
    state: 'cancelled',
    title: 'Monthly giving without a middleman',
    summary:
      'Let 1,400 regular donors give by direct debit or card through a page of our own, and put what they give into our accounts without retyping.',
    problem:
      'Our donation page belongs to a company that keeps four per cent and the donors’ addresses. Finance retypes 1,400 lines a month. When somebody dies, their family has to write to an address in another country.',
    outcome:
      '- Donors change or stop their gift themselves.\n- Fees under 1.5 per cent.\n- A monthly file that our accounts read without retyping.',
    users: '1,400 donors with a median age of 61, one finance officer, one fundraiser.',
    requirements: [
      ['giving', 'recurring-payments', 'must', 3, 12],
      ['page', 'fundraising', 'must', 3, 8],
      ['books', 'systems-integration', 'should', 3, 4],
    ],
    budget: [12_000, 18_000],
    criteria: [
      ['Approach', 60, ''],
      ['Price', 40, ''],
    ],
    workplace: 'remote',
    languages: ['en'],
    values: ['privacy', 'open-source'],
    cpv: ['72232000'],
    created: -120,
    published: -112,
    questions: -95,
    deadline: -84,
    decision: -70,
    start: -60,
    end: 10,
    ended: -74,
    closingNote:
      'Our trustees decided to join a shared giving service with three other charities. We are sorry for the work you put in; we will say so earlier next time.',
  },
];
