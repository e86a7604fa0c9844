import type { ExampleTender } from '../exampleTender.ts';

export const panierCommun: readonly ExampleTender[] = [
  {
    key: 'joint-orders',
    client: 'Fédération Panier Commun',
    state: 'open',
    title: 'Commandes groupées pour 42 épiceries',
    summary:
      'Un outil libre pour commander ensemble chez 130 productrices et producteurs : besoins par magasin, prix par saison, tournées partagées, factures justes, relié aux caisses existantes.',
    problem:
      'Chaque lundi, 42 magasins écrivent leurs commandes dans un tableur de 11 000 lignes. Le mardi, trois salariées le recopient en 130 bons de commande. Une erreur de colonne, et une tonne de pommes part au mauvais endroit : c’est arrivé deux fois cette année.\n\nDouze magasins sont sur Odoo, les autres sur six logiciels différents ou sur du papier.',
    outcome:
      '- Les commandes partent le lundi soir, sans recopie.\n- Chaque magasin voit ce que les autres commandent et regroupe ses transports.\n- Les productrices reçoivent un bon lisible, même par SMS.\n- L’outil est libre ; deux magasins savent l’administrer.',
    users:
      '42 équipes de magasin (salariées et bénévoles), 130 fermes et ateliers, trois personnes à la fédération, deux transporteurs.',
    requirements: [
      ['orders', 'ecommerce', 'must', 4, 22],
      ['odoo', 'odoo', 'must', 4, 18],
      ['paying', 'payments', 'must', 3, 5],
      ['journey', 'ux-design', 'must', 3, 10],
      ['tills', 'systems-integration', 'should', 3, 8],
      [
        'together',
        'facilitation',
        'should',
        4,
        6,
        { language: 'fr', note: 'Trois journées avec les magasins' },
      ],
    ],
    budget: [36_000, 46_000],
    criteria: [
      ['Compréhension du métier', 35, ''],
      ['Qualité technique et code libre', 25, ''],
      ['Accompagnement des magasins', 20, ''],
      ['Prix', 20, ''],
    ],
    workplace: 'hybrid',
    languages: ['fr'],
    values: ['coop-client', 'open-source', 'solidarity', 'local-economy'],
    cpv: ['72212480', '72212451'],
    maxBidsPerMember: 2,
    created: -27,
    published: -20,
    questions: 1,
    deadline: 5,
    decision: 19,
    start: 34,
    end: 150,
  },
  {
    key: 'members',
    client: 'Fédération Panier Commun',
    state: 'completed',
    title: 'Fichier commun des adhésions',
    summary:
      'Un fichier d’adhésions partagé par 42 magasins, avec parts sociales, procurations et votes en assemblée, hébergé en Europe et conforme au RGPD.',
    problem:
      'Chaque magasin tient son registre à sa façon. À l’assemblée générale de l’an dernier, il a fallu quatre heures pour établir qui pouvait voter, et 300 personnes sont reparties avant le vote du budget.',
    outcome:
      '- Un registre à jour, que chaque magasin tient lui-même.\n- La liste de vote est prête en cinq minutes.\n- Chaque adhérente voit et corrige ses données.',
    users: '31 000 adhérentes et adhérents, 42 équipes, le bureau de la fédération.',
    requirements: [
      ['register', 'membership-systems', 'must', 3, 16],
      ['python', 'odoo', 'must', 4, 12],
      ['rgpd', 'data-protection', 'should', 3, 3],
      ['training', 'software-user-training', 'should', 3, 6],
    ],
    budget: [15_000, 20_000],
    criteria: [
      ['Approche', 50, ''],
      ['Références', 20, ''],
      ['Prix', 30, ''],
    ],
    workplace: 'remote',
    languages: ['fr', 'en'],
    values: ['coop-client', 'privacy', 'open-source'],
    cpv: ['72212445'],
    created: -330,
    published: -322,
    questions: -300,
    deadline: -290,
    decision: -276,
    start: -262,
    end: -150,
    ended: -278,
    awardReason:
      'Une équipe qui connaît nos magasins et une spécialiste des registres : c’est ce qui manquait à l’autre offre.',
  },
];
