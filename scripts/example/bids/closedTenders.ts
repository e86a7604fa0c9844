import type { ExampleBid } from '../exampleBid.ts';

/** Bids for tenders whose deadline has passed: opened, chosen, not chosen, and some that were not ready in time. */
export const bidsForClosedTenders: readonly ExampleBid[] = [
  {
    tender: 'seven-languages',
    started: -22,
    reach: 'submitted',
    reasons: ['skill'],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Fil Rouge Numérique',
        parts: [
          ['site', 14],
          ['languages', 8],
          ['access', 4],
        ],
        rate: 500,
        contribution: 'Drupal with seven complete languages, two of them from right to left.',
        showsPrice: true,
      },
      {
        coop: 'Plain Page',
        parts: [['content', 8]],
        rate: 430,
        message: 'Seven languages need one very plain original. Yours?',
        contribution: 'Forty short pages in plain English, tested with people who have just been through it.',
        showsPrice: true,
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'Tonight, not in general: where to sleep, eat and get advice. Everything else waits behind a second tap.',
      'We write the English so that it survives translation, and we show on each page when its translation falls behind.',
      'Fil Rouge builds, Plain Page writes. Three people in all.',
      'Ten weeks; the first twelve pages are online in week four.',
    ],
  },
  {
    tender: 'seven-languages',
    started: -20,
    reach: 'submitted',
    reasons: ['skill', 'capacity'],
    dispute: { kind: 'network_coordinator', who: '' },
    seats: [
      {
        coop: 'Clocwaith',
        parts: [
          ['site', 14],
          ['languages', 8],
        ],
        rate: 390,
        contribution: 'A light WordPress with an editor that sees at once which language is behind.',
      },
      {
        coop: 'Lantern Research',
        parts: [['content', 8]],
        rate: 500,
        message: 'Could you write and test the pages with people at the drop-in?',
        contribution: 'Content written and tested in the drop-in, in three rounds.',
        answer: { kind: 'accepted' },
      },
      {
        coop: 'Saltmarsh Digital',
        parts: [['speed', 3]],
        rate: 420,
        message: 'Two seconds on a bad connection: you did it for the bird watchers.',
        contribution: 'A page budget of 100 kB, and a build that refuses more.',
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'We live in two languages every day, and know which small things make the second one second-class.',
      'One source for all languages, native readers for each, a page budget of 100 kB.',
      'Clocwaith builds, Lantern writes and tests, Saltmarsh keeps it light.',
      'Eleven weeks with three rounds at the drop-in.',
    ],
  },
  {
    tender: 'seven-languages',
    started: -12,
    reach: 'forming',
    replyBy: -5,
    reasons: ['skill'],
    dispute: null,
    seats: [
      {
        coop: 'Río Digital',
        parts: [['site', 14]],
        rate: 260,
        contribution: 'Un sitio liviano que las voluntarias cargan desde el teléfono.',
      },
      {
        coop: 'Paroles Claires',
        parts: [['content', 8]],
        rate: 420,
        message: 'Would you write the plain French and English?',
        answer: {
          kind: 'declined',
          reason: 'Our English is not plain enough for this. Thank you for asking.',
        },
      },
    ],
    texts: ['We have only just begun.'],
  },
  {
    tender: 'self-defence',
    started: -18,
    reach: 'submitted',
    reasons: ['skill'],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Sapere Comune',
        parts: [
          ['course', 18],
          ['moodle', 5],
          ['drawing', 8],
        ],
        rate: 560,
        contribution:
          'Six modules that a third of the learners finish on a phone, drawn and built in Moodle.',
        showsPrice: true,
      },
      {
        coop: 'Brúxula Dixital',
        parts: [['safety', 8]],
        rate: 520,
        message: 'You wrote the chapter on stalking for the women’s network. May we build on it together?',
        contribution: 'The substance: accounts, devices, violence online, and where to get help.',
        showsPrice: true,
        answer: { kind: 'accepted' },
      },
      {
        coop: 'Klarwerk',
        parts: [['plain', 4]],
        rate: 560,
        message: 'Studierende aus 70 Ländern: bitte einfache Sprache, deutsch und englisch.',
        contribution: 'Plain German and English, checked by learners of both.',
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'A course on security begins with a lost phone and a jealous ex, not with passwords.',
      'Each module is a situation. Students choose what they do, and see what follows. Nothing is scored; everything can be tried again.',
      'Sapere Comune designs and builds, Brúxula brings the substance, Klarwerk the language.',
      'Fourteen weeks, with two trial runs with tutors.',
    ],
  },
  {
    tender: 'self-defence',
    started: -16,
    reach: 'submitted',
    reasons: ['skill'],
    dispute: { kind: 'named_mediator', who: 'Coopérative de médiation Entre-Deux' },
    seats: [
      {
        coop: 'Érable Libre',
        parts: [
          ['course', 18],
          ['moodle', 5],
        ],
        rate: 610,
        contribution:
          'A Moodle course under an open licence, with a hand-over that lets tutors change every line.',
      },
      {
        coop: 'Tidepool Cooperative',
        parts: [
          ['safety', 8],
          ['drawing', 8],
        ],
        rate: 680,
        message: 'Your afternoon workshop, as six modules?',
        contribution: 'Digital safety as taught to tenant organizers, and drawings that people remember.',
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'We teach this every month to people who are afraid for good reasons.',
      'Short stories in pictures, then one thing to do on your own phone.',
      'Érable Libre builds, Tidepool teaches and draws.',
      'Sixteen weeks.',
    ],
  },
  {
    tender: 'shade',
    started: -70,
    reach: 'submitted',
    outcome: { state: 'awarded', reason: '' },
    reasons: ['skill'],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Tramuntana Dades',
        parts: [
          ['maps', 18],
          ['web', 8],
          ['open', 6],
        ],
        rate: 430,
        contribution: 'Inventari, model d’ombra hora per hora i portal obert.',
        showsPrice: true,
      },
      {
        coop: 'Cartopie',
        parts: [
          ['web', 4],
          ['walks', 6],
        ],
        rate: 420,
        message: 'Vos relevés à vélo avec les collèges, ici avec les écoles et le centre de jour ?',
        contribution: 'Passejades de mesura amb escoles i gent gran.',
        showsPrice: true,
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'El mapa no és el resultat: el resultat és que Parcs planti on fa falta i que tothom pugui veure per què.',
      'Imatges aèries per a tot el terme i passejades de mesura on viu la gent més exposada.',
      'Tramuntana fa l’inventari i el model; Cartopie, les passejades i part del mapa.',
      'Quatre mesos, amb el primer barri publicat a la sisena setmana.',
    ],
  },
  {
    tender: 'shade',
    started: -66,
    reach: 'submitted',
    outcome: {
      state: 'not_awarded',
      reason:
        'A sound method and a fair price. Residents appeared only at the end, and that was 30 of the 100 points.',
    },
    reasons: [],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Salal Software',
        parts: [
          ['maps', 18],
          ['web', 12],
          ['open', 6],
        ],
        rate: 460,
        contribution: 'A shade model that we have built for two forests, brought into streets.',
      },
    ],
    texts: [
      'Shade can be computed. We have done it under trees; streets are simpler.',
      'Height data, sun angles, and an open map by the hour.',
      'Two people from start to end.',
      'Three months.',
    ],
  },
  {
    tender: 'members',
    started: -312,
    reach: 'submitted',
    outcome: { state: 'awarded', reason: '' },
    reasons: ['skill'],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Les Mains Libres',
        parts: [
          ['python', 12],
          ['training', 6],
        ],
        rate: 480,
        contribution: 'Le registre dans Odoo, et la formation de 42 équipes.',
        showsPrice: true,
      },
      {
        coop: 'Tidewater Systems',
        parts: [
          ['register', 16],
          ['rgpd', 3],
        ],
        rate: 470,
        message: 'You have built registers for unions; we have never counted proxies. Shall we?',
        contribution: 'Register, proxies and votes, as built for a union of 9,000.',
        showsPrice: true,
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'Quatre heures pour savoir qui vote : c’est la confiance qui s’use, pas la patience.',
      'Un registre que chaque magasin tient, une liste de vote qui se fait toute seule.',
      'Les Mains Libres développent et forment, Tidewater apporte son expérience des registres.',
      'Quatorze semaines, prêt pour l’assemblée de juin.',
    ],
  },
  {
    tender: 'members',
    started: -308,
    reach: 'submitted',
    outcome: {
      state: 'not_awarded',
      reason:
        'Une bonne offre, moins chère. Il y manquait la formation des magasins, où se joue la réussite.',
    },
    reasons: ['skill'],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Zarza Tecnológica',
        parts: [
          ['register', 16],
          ['python', 12],
        ],
        rate: 420,
        contribution: 'Un registre dans Odoo, éprouvé par 900 membres.',
      },
      {
        coop: 'Brúxula Dixital',
        parts: [['rgpd', 3]],
        rate: 410,
        message: 'Tres días de protección de datos, ¿os encaja?',
        contribution: 'Analyse d’impact et mentions.',
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'Un registre simple.',
      'Odoo, sans développement inutile.',
      'Deux coopératives.',
      'Dix semaines.',
    ],
  },
  {
    tender: 'arrears',
    started: -115,
    reach: 'submitted',
    outcome: {
      state: 'not_awarded',
      reason:
        'You told us in your offer that the question might be wrong. You were right, and we thank you for it.',
    },
    reasons: ['skill'],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Foundry Lane',
        parts: [
          ['model', 20],
          ['impact', 8],
        ],
        rate: 520,
        contribution: 'First the question whether a forecast helps anybody; only then a forecast.',
        showsPrice: true,
      },
      {
        coop: 'Brúxula Dixital',
        parts: [['protect', 5]],
        rate: 440,
        message: 'An impact assessment with teeth. Five days?',
        contribution: 'The impact assessment, published whatever it says.',
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'Ten years of rent data will tell you who is poor. You know that already. We would like to ask what a visit changes.',
      'Four weeks to find out whether a forecast is useful and fair. If not, we stop, and you pay for four weeks.',
      'Foundry Lane analyses, Brúxula assesses.',
      'Four weeks, a decision, then eight weeks or none.',
    ],
  },
  {
    tender: 'donations',
    started: -100,
    reach: 'submitted',
    reasons: ['skill'],
    dispute: { kind: 'network_coordinator', who: '' },
    seats: [
      {
        coop: 'Prairie Loom',
        parts: [
          ['giving', 12],
          ['page', 8],
        ],
        rate: 640,
        contribution: 'Direct debit and cards without a middleman, as for a strike fund.',
      },
      {
        coop: 'Calder Code',
        parts: [['books', 4]],
        rate: 560,
        message: 'Four days to get it into their accounts?',
        contribution: 'A monthly file that the accounts read.',
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'Four per cent and the donors’ addresses: both should come home.',
      'A small page, a bank’s direct debit interface, one file a month.',
      'Prairie Loom builds, Calder Code connects.',
      'Eight weeks.',
    ],
  },
];
