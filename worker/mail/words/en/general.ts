import { formatsIn } from '../formats.ts';

const formats = formatsIn('en');
const days = (count: number) => formats.count(count, 'day', 'days');

/** What several mails say. */
export const general = {
  formats,
  days,
  /** Of a name that may be ''. */
  greeting: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
  /** What follows a name before its value. */
  colon: ':',
  /** A subject: what is new, and of which tender. */
  about: (headline: string, title: string) => `${headline}: ${title}`,
  alsoForReader: (meant: string, readers: string) => `${meant}, which is ${readers} for you`,
  requirement: (skill: string, level: number, count: number) => `${skill}, level ${level}, ${days(count)}`,
  goneOrganisation: 'an organisation that has left',
  untitledTender: 'A tender without a title',
  facts: {
    tender: 'Tender',
    client: 'Client',
    deadline: 'Deadline',
    lead: 'Lead',
    bidders: 'Bidders',
    fingerprint: 'Fingerprint',
  },
  theirReason: 'Their reason:',
  openBid: 'Open the bid',
  lookAtBid: 'Look at the bid',
  whyByRole: (organisation: string) =>
    `You get this mail because you can answer and sign for ${organisation} on Cobid.`,
  peopleAndRoles: (organisation: string) => `People and roles of ${organisation}`,
  stopKind: 'Stop mails of this kind',
  whatCobidIs: 'What Cobid is',
};
