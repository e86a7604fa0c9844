import { emailOf } from './people.ts';

/** The operator of the example installation; an operator only where OPERATOR_EMAILS names this address. */
export const exampleOperator = { name: 'Robin Ashworth', email: 'robin@cobid.example' } as const;

/** Who runs the example network. */
export const exampleCoordinators = [
  { name: 'Ana Ferreyra', coop: 'Río Digital' },
  { name: 'Laia Puigdomènech', coop: 'Marea Libre' },
] as const;

/** Whose digest is due as soon as the example is there. */
export const digestReader = emailOf('Río Digital', 'Ana Ferreyra');

/** Some who can sign in to the example network, and what each of them can show. */
export const exampleAccounts: readonly { email: string; is: string }[] = [
  {
    email: emailOf('Harbour Lights', 'Miriam Okonkwo'),
    is: 'Miriam, client: a tender that closes tomorrow, and opened bids to choose from',
  },
  {
    email: emailOf('Tidewater Systems', 'Niamh Okafor'),
    is: 'Niamh, co-op: leads a joint bid in Bristol that two of four have signed',
  },
  {
    email: emailOf('Everyway Access', 'Danny Hargreaves'),
    is: 'Danny, co-op: has that bid to sign, and two seats offered elsewhere',
  },
  {
    email: emailOf('Marea Libre', 'Laia Puigdomènech'),
    is: 'Laia, co-op: a consortium is forming, with a counter-offer to answer; coordinator of the network',
  },
  {
    email: emailOf('La Bastida Sistemas', 'Ane Etxeberria'),
    is: 'Ane, co-op: invited to a seat in Laia’s bid',
  },
  {
    email: digestReader,
    is: 'Ana, co-op in Rosario: a digest in the mailbox, opportunities to answer; coordinator of the network',
  },
  {
    email: emailOf('Calder Vale Homes', 'Janet Braithwaite'),
    is: 'Janet, client: an open tender whose bids are sealed, and a draft',
  },
  { email: exampleOperator.email, is: 'Robin, operator: queues and figures, but no sealed bid' },
];
