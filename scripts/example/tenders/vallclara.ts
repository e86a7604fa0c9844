import type { ExampleTender } from '../exampleTender.ts';

export const vallclara: readonly ExampleTender[] = [
  {
    key: 'decidim',
    client: 'Ajuntament de Vallclara',
    state: 'open',
    title: 'Participation platform: from a form to a conversation',
    summary:
      'Move our participation portal to Decidim, link it to the city’s sign-on, make it work for people with disabilities, and bring the offline assemblies of eleven neighbourhoods onto it.',
    problem:
      'Our portal is a suggestions form. In four years 7,800 people have written, and 60 got an answer they could see. Assemblies in the neighbourhoods happen on paper; what they decide never reaches the portal, so both sides think that the other is not serious.\n\nAn audit in spring found 51 accessibility barriers. The company that ran the portal has closed.',
    outcome:
      '- One place where online and neighbourhood proposals meet and get an answer.\n- Residents sign in once, with the identity that they use for other city services.\n- No known barrier of level AA on opening day.\n- The participation team configures a new process by itself.',
    users:
      'Residents over 16 (51,000), among them many older people and newcomers; eleven neighbourhood councils; a participation team of four; thirty civil servants who answer.',
    requirements: [
      ['platform', 'decidim', 'must', 4, 25],
      ['access', 'accessibility', 'must', 4, 10],
      ['design', 'ux-design', 'must', 3, 14],
      [
        'run',
        'hosting',
        'must',
        3,
        8,
        { certificate: 'ens-medium', note: 'Two years of operation are a separate contract' },
      ],
      ['sign-on', 'identity', 'should', 3, 8],
      ['assemblies', 'facilitation', 'should', 3, 8, { language: 'es' }],
    ],
    budget: [25_000, 34_000],
    criteria: [
      ['Method and participation of residents', 35, ''],
      ['Technical quality and open source', 25, ''],
      ['Accessibility plan', 20, ''],
      ['Price', 20, ''],
    ],
    workplace: 'hybrid',
    languages: ['ca', 'es'],
    values: ['open-source', 'participation', 'accessibility-first', 'public-good'],
    cpv: ['72212220', '72263000'],
    liability: 'several',
    created: -21,
    published: -12,
    questions: 3,
    deadline: 9,
    decision: 30,
    start: 45,
    end: 165,
  },
  {
    key: 'shade',
    client: 'Ajuntament de Vallclara',
    state: 'awarded',
    title: 'Map of trees, shade and water points',
    summary:
      'An inventory of 24,000 street trees, measured with residents, and a map that shows an old person the coolest way to the market at three in the afternoon.',
    problem:
      'Last summer 38 days were over 35 degrees. Parks knows its trees from a spreadsheet of 2012, social services knows who lives alone, and nobody knows where the shade is. Planting follows complaints, so it follows those who complain.',
    outcome:
      '- An open inventory that Parks keeps up to date in its daily work.\n- A map of shade by the hour, usable by phone and on paper.\n- A planting list ordered by who is exposed, published with its method.',
    users: 'People over 70, carers, school routes, the parks department (nine people), journalists.',
    requirements: [
      ['maps', 'gis', 'must', 4, 18],
      ['web', 'web-mapping', 'must', 3, 12],
      ['open', 'open-data', 'must', 3, 6],
      ['walks', 'data-collection', 'should', 3, 6],
      ['design', 'ux-design', 'should', 3, 6],
    ],
    budget: [16_000, 22_000],
    criteria: [
      ['Method', 45, ''],
      ['Participation of residents', 30, ''],
      ['Price', 25, ''],
    ],
    workplace: 'hybrid',
    languages: ['ca', 'es', 'en', 'fr'],
    values: ['climate', 'open-data', 'participation'],
    cpv: ['71354100', '72212326'],
    created: -95,
    published: -88,
    questions: -60,
    deadline: -48,
    decision: -25,
    start: 8,
    end: 130,
    ended: -26,
    awardReason:
      'The only offer that measures with residents and leaves Parks with a tool it can keep. The panel was impressed that two co-ops showed openly who does what and for how much.',
  },
  {
    key: 'open-data',
    client: 'Ajuntament de Vallclara',
    state: 'draft',
    title: 'Open data that answers questions',
    summary:
      'Publish the twenty data sets that residents ask for most, each with a page that answers the question behind it.',
    problem:
      'Our open data portal has 212 data sets and eleven visitors a day. Half of the files are out of date. Meanwhile the front desk answers the same questions every week: where can I park, how full is the pool, what is being built on the corner. We would like to begin from those questions.',
    outcome:
      'Twenty data sets that update themselves, each behind a page that an ordinary person understands.',
    users: 'Residents, local journalists, two schools, the front desk.',
    requirements: [
      ['portal', 'open-data', 'must', 4, 12],
      ['pipes', 'data-engineering', 'must', 3, 15],
      ['pages', 'content-design', 'should', 3, 8, { language: 'ca' }],
    ],
    budget: null,
    criteria: [['Method', 60, '']],
    workplace: 'remote',
    languages: ['ca', 'es'],
    values: ['open-data'],
    cpv: ['72322000'],
    created: -6,
    published: null,
    questions: null,
    deadline: null,
    decision: null,
    start: null,
    end: null,
  },
];
