import type { ExampleBid } from '../exampleBid.ts';

/** Bids for tenders that are still open: at every stage of the way. */
export const bidsForOpenTenders: readonly ExampleBid[] = [
  {
    tender: 'rota',
    started: -15,
    reach: 'signing',
    signedBy: ['Tidewater Systems', 'Lantern Research'],
    reasons: ['skill'],
    dispute: { kind: 'named_mediator', who: 'Conflict circle of the Severn co-op network' },
    seats: [
      {
        coop: 'Tidewater Systems',
        parts: [
          ['civicrm', 20],
          ['migration', 5],
          ['training', 4],
        ],
        rate: 480,
        contribution:
          'We build the case file and the rota in CiviCRM, move what deserves to be moved, and train your two administrators until they train us.',
        showsPrice: true,
      },
      {
        coop: 'Lantern Research',
        parts: [['research', 6]],
        rate: 520,
        message:
          'We would not start without listening first. Four visits to the drop-in, two rota evenings. Are you in?',
        contribution:
          'Interviews with caseworkers, volunteers and people they support; we pay those who give us their time.',
        showsPrice: true,
        answer: { kind: 'accepted' },
      },
      {
        coop: 'Brúxula Dixital',
        parts: [['protection', 4]],
        rate: 460,
        message:
          'An impact assessment before any data is moved. You did this for a children’s network; this is close to it.',
        contribution:
          'The impact assessment, with the caseworkers at the table, and a list of what not to write down.',
        answer: { kind: 'accepted' },
      },
      {
        coop: 'Everyway Access',
        parts: [['access', 3]],
        rate: 500,
        message: 'Volunteers up to 81, many on old phones. Could you test the rota on real ones?',
        contribution:
          'Two rounds of testing with people who use screen readers, magnifiers and cracked phones.',
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'You do not need a CRM; you need a caseworker to find a file in the corridor, a volunteer to see one shift, and an address that never leaks. We read your tender as being about trust. So the first thing we do is decide, with you, what is not written down at all.',
      'Two weeks of listening, one week of impact assessment, then the smallest useful thing: the rota. Volunteers use it before a single case is moved. Cases follow in three groups, each after its caseworkers have said that it is good enough. Every extension that we write is published.',
      'Tidewater builds and moves. Lantern listens and tests the words. Brúxula assesses what may go wrong with people’s data. Everyway tests with people who meet barriers. You have one contact, Niamh, and all four of us read the same board.',
      '- Weeks 1–2: listening\n- Week 3: impact assessment, decision together\n- Weeks 4–6: rota in use\n- Weeks 7–11: case files in three groups\n- Week 12: training, hand-over, a month of questions included',
    ],
  },
  {
    tender: 'rota',
    started: -13,
    reach: 'submitted',
    reasons: ['skill'],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Fil Rouge Numérique',
        parts: [
          ['civicrm', 20],
          ['protection', 4],
        ],
        rate: 540,
        contribution: 'CiviCRM on Drupal, in several languages from the first day, with privacy built in.',
      },
      {
        coop: 'Zonnedauw',
        parts: [['research', 6]],
        rate: 510,
        message: 'Voulez-vous écouter avec nous ?',
        contribution: 'A week beside caseworkers and at the rota table.',
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'Many of your volunteers read little English. We have built for that situation in twelve languages, and we know what it means when an address must not be found.',
      'Drupal and CiviCRM with a volunteer page that works in five languages. Roles follow the rota: when the shift ends, so does the access.',
      'Fil Rouge builds and assesses; Zonnedauw researches. Both of us will be in Bristol for four visits.',
      'Twelve weeks, with the rota in use from week five.',
    ],
  },
  {
    tender: 'decidim',
    started: -8,
    reach: 'forming',
    replyBy: 3,
    reasons: ['skill', 'capacity'],
    dispute: null,
    seats: [
      {
        coop: 'Marea Libre',
        parts: [
          ['platform', 25],
          ['sign-on', 2],
        ],
        rate: 400,
        contribution:
          'Decidim amb els òrgans de barri com a espais propis, i la formació de l’equip de participació.',
        showsPrice: true,
      },
      {
        coop: 'Lluna Accessible',
        parts: [['access', 10]],
        rate: 360,
        message:
          'L’auditoria de primavera parla de 51 barreres. Us veiem des del primer esprint, no al final.',
        contribution: 'Proves amb persones amb discapacitat a cada lliurament.',
        answer: { kind: 'accepted' },
      },
      {
        coop: 'Almena Disseny',
        parts: [['design', 14]],
        rate: 370,
        message:
          'Onze barris, un sol portal. Ens agradaria el vostre sistema de components de Montblau com a punt de partida.',
        answer: {
          kind: 'countered',
          parts: [['design', 14]],
          rate: 400,
          message:
            'Encantades. Però amb les sessions presencials als barris el càlcul ens surt a 400 el dia; si les feu vosaltres, ens quedem amb els 370.',
        },
      },
      {
        coop: 'La Bastida Sistemas',
        parts: [
          ['run', 8],
          ['sign-on', 6],
        ],
        rate: 390,
        message:
          'Piden ENS de categoría media para el alojamiento, y vosotras lo tenéis. ¿Os animáis también con el acceso único?',
        answer: { kind: 'sent' },
      },
      {
        coop: 'Voz y Trama',
        parts: [['assemblies', 8]],
        rate: 330,
        message: 'Once asambleas de barrio que tienen que caber en la plataforma. Nadie mejor que vosotras.',
        answer: { kind: 'seen' },
      },
    ],
    texts: [
      'Set mil vuit-cents missatges i seixanta respostes: el problema no és el programari, és que ningú no s’ha compromès a respondre. La plataforma ha de fer visible aquest compromís.',
      'Primer els barris: cada assemblea té el seu espai i les propostes en paper hi entren el mateix dia.',
    ],
  },
  {
    tender: 'research-data',
    started: -6,
    reach: 'drafting',
    reasons: ['skill', 'capacity'],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Kombüse Softwarewerk',
        parts: [
          ['core', 40],
          ['meta', 14],
        ],
        rate: 640,
        contribution: 'Django-Kern, Einreichung, DOI und Embargo; dazu die Übergabe an die Bibliothek.',
        showsPrice: true,
      },
      {
        coop: 'Quittenbaum',
        parts: [
          ['ux', 15],
          ['front', 20],
        ],
        rate: 620,
        message: 'Wie beim Portal am Fließ, nur diesmal mit Lehrerinnen und Journalisten. Seid ihr dabei?',
        contribution: 'Recherche mit Menschen von außen, Entwurf und Oberfläche in React.',
        showsPrice: true,
        answer: { kind: 'accepted' },
      },
      {
        coop: 'Klarwerk',
        parts: [['audit', 6]],
        rate: 590,
        message: 'BITV ausdrücklich als Muss. Wir hätten euch gern früh, nicht erst zur Abnahme.',
        contribution: 'Prüfung in drei Schritten statt einer am Ende.',
        answer: { kind: 'accepted' },
      },
      {
        coop: 'Nordlicht Hosting',
        parts: [['run', 8]],
        rate: 600,
        message: 'Betrieb mit ISO 27001, am liebsten mit eurem Windstrom.',
        contribution: 'Betrieb, Sicherung, Übung der Wiederherstellung.',
        answer: { kind: 'accepted' },
      },
      {
        coop: 'Zettelkasten',
        parts: [['norms', 8]],
        rate: 610,
        message: 'Ohne Normdaten findet es niemand. Acht Tage?',
        contribution: 'Normdaten, Schema.org und der Anschluss an den Katalog.',
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'Vierzig Laufwerke und ein Repositorium, das alles annimmt und nichts beschreibt. Wir verstehen den Auftrag so: Einreichen muss leichter sein als Nichteinreichen.',
      'Wir beginnen bei zwei Instituten, die sich widersprechen, und bauen für beide.',
    ],
  },
  {
    tender: 'research-data',
    started: -4,
    reach: 'forming',
    replyBy: 4,
    reasons: ['skill'],
    dispute: { kind: 'network_coordinator', who: '' },
    seats: [
      {
        coop: 'Hautbois Logiciel',
        parts: [
          ['core', 40],
          ['meta', 14],
          ['run', 8],
        ],
        rate: 560,
        contribution:
          'Le socle Django, les métadonnées et l’exploitation, comme pour le laboratoire Mondes Sociaux.',
      },
      {
        coop: 'Atelier Merisier',
        parts: [['ux', 15]],
        rate: 520,
        message: 'Un portail de données, cette fois pour des lycées aussi. Partantes ?',
        answer: {
          kind: 'declined',
          reason: 'We are full from January on, and would have to do it badly. Ask Zonnedauw!',
        },
      },
      {
        coop: 'Everyway Access',
        parts: [['audit', 6]],
        rate: 560,
        message:
          'BITV is close to what you test every week; the reviewers will want German notes, which we can translate.',
        answer: { kind: 'seen' },
      },
    ],
    texts: [
      'A portal that people outside can use is first of all a portal that they can find and understand.',
    ],
  },
  {
    tender: 'repairs',
    started: -5,
    reach: 'forming',
    replyBy: 6,
    reasons: ['skill', 'turnover'],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Lantern Research',
        parts: [
          ['service', 12],
          ['tests', 8],
        ],
        rate: 530,
        contribution:
          'We followed thirty repairs in Glasgow. We would like to follow thirty of yours before anybody draws a screen.',
        showsPrice: true,
      },
      {
        coop: 'Bothy Works',
        parts: [['app', 35]],
        rate: 540,
        message:
          'The board wrote "we do not want an app". I think you are the people who can hear that and still build one.',
        contribution: 'One code base for the page and the app; photos wait for signal.',
        answer: { kind: 'accepted' },
      },
      {
        coop: 'Calder Code',
        parts: [['link', 15]],
        rate: 560,
        message:
          'Two REST interfaces and a nightly file. You know the repairs system from Ribble Moor. Fifteen days enough?',
        answer: { kind: 'sent' },
      },
      {
        coop: 'Everyway Access',
        parts: [['access', 8]],
        rate: 500,
        message:
          '27 per cent of tenants are over 65. Would you train our developers rather than audit us at the end?',
        answer: { kind: 'seen' },
      },
    ],
    texts: [
      'Three calls per repair: to report, to ask, to complain. The second and the third are ours to remove.',
    ],
  },
  {
    tender: 'joint-orders',
    started: -14,
    reach: 'submitted',
    reasons: ['skill'],
    dispute: { kind: 'arbitration', who: 'Médiation de l’Union régionale des Scop' },
    seats: [
      {
        coop: 'Les Mains Libres',
        parts: [
          ['orders', 22],
          ['odoo', 18],
          ['paying', 5],
          ['tills', 8],
        ],
        rate: 620,
        contribution:
          'Le moteur de commandes groupées, publié comme module Odoo libre, et les liens avec six logiciels de caisse.',
        showsPrice: true,
      },
      {
        coop: 'Atelier Merisier',
        parts: [['journey', 10]],
        rate: 580,
        message: 'Le parcours du lundi soir, pour des bénévoles fatigués. C’est pour vous.',
        contribution: 'Le parcours de commande, dessiné avec cinq magasins et trois fermes.',
        showsPrice: true,
        answer: { kind: 'accepted' },
      },
      {
        coop: 'Paroles Claires',
        parts: [['together', 6]],
        rate: 560,
        message: 'Trois journées avec les magasins, comme pour la charte.',
        contribution:
          'Trois journées pour décider ensemble des règles de commande, et leur compte rendu d’une page.',
        answer: { kind: 'accepted' },
      },
    ],
    texts: [
      'Le tableur de 11 000 lignes n’est pas une erreur : c’est l’accord que 42 magasins ont trouvé. Nous partons de lui.',
      'Dès la quatrième semaine, trois magasins commandent dans l’outil et le tableur se remplit tout seul. Personne ne bascule avant d’être prêt. Tout le code est publié au fur et à mesure.',
      'Les Mains Libres développent et relient ; l’Atelier Merisier dessine le parcours ; Paroles Claires anime les trois journées. Les parts de chacune figurent dans l’offre.',
      '- Semaines 1–3 : une journée commune, cinq magasins observés\n- Semaines 4–9 : trois, puis douze magasins\n- Semaines 10–14 : les autres, et les bons par SMS\n- Semaine 15 : deux magasins administrent seuls',
    ],
  },
  {
    tender: 'joint-orders',
    started: -7,
    reach: 'forming',
    replyBy: 2,
    reasons: ['skill'],
    dispute: { kind: 'talk_then_mediator', who: '' },
    seats: [
      {
        coop: 'Zarza Tecnológica',
        parts: [
          ['orders', 22],
          ['odoo', 18],
          ['paying', 5],
        ],
        rate: 480,
        contribution: 'Vingt supermarchés commandent déjà avec notre module.',
      },
      {
        coop: 'Zonnedauw',
        parts: [['journey', 10]],
        rate: 520,
        message: 'We have the engine, you have the ears. Ten days of design in French?',
        answer: { kind: 'sent' },
      },
    ],
    texts: ['Nous connaissons ce tableur : nous en avons remplacé un semblable il y a un an.'],
  },
  {
    tender: 'port-voices',
    started: -3,
    reach: 'forming',
    replyBy: 9,
    reasons: ['skill'],
    dispute: null,
    seats: [
      {
        coop: 'Archivo Vivo',
        parts: [
          ['archive', 14],
          ['tapes', 12],
        ],
        rate: 210,
        contribution: 'Copiado, descripción y un Omeka S que el museo pueda sostener.',
        showsPrice: true,
      },
      {
        coop: 'Mate Sonoro',
        parts: [
          ['voices', 10],
          ['subtitles', 12],
        ],
        rate: 190,
        message: 'Ciento sesenta voces. Ustedes saben editar despacio; nosotras, guardar. ¿Vamos juntas?',
        answer: { kind: 'sent' },
      },
    ],
    texts: [],
  },
];
