import type { Language } from '@cobid/domain/language.ts';
import { hasSwitch } from '@cobid/domain/mail/rules.ts';
import { usualSettings } from '@cobid/domain/mail/settings.ts';
import type { MailSettings } from '@cobid/domain/mail/settings.ts';
import { deliveryKinds } from '@cobid/platform/mongo/models/delivery.ts';
import type { DeliveryKind } from '@cobid/platform/mongo/models/delivery.ts';
import type { MailContent } from './content.ts';
import type { OpportunityPassedOnFacts } from './kinds/opportunityPassedOn.ts';
import type { OfferedTender, OpportunityLinks } from './kinds/opportunityParts.ts';
import type { AnswerTaken } from './kinds/replyTaken.ts';
import { unclearReasons } from './kinds/replyUnclear.ts';
import type { TermsInMail } from './kinds/seatTerms.ts';
import { mailWriters } from './mails.ts';
import type { MailFacts, MailWriters } from './mails.ts';
import { withStopLink } from './stopLink.ts';
import type { Reader } from './wording.ts';

const app = 'https://cobid.example.org';
const reader: Reader = { name: 'Ana', zone: 'Europe/London', language: 'en' };
const newReader: Reader = { name: '', zone: 'UTC', language: 'en' };
const organisation = { name: 'Marea Digital', url: `${app}/organisations/0123456789abcdef01234567` };
const bidUrl = `${app}/bids/0123456789abcdef01234567`;
const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const tender: OfferedTender = {
  title: 'A tram timetable that everybody can read',
  url: `${app}/tenders/0123456789abcdef01234567`,
  clientName: 'Verkehrsverbund Oberland',
  deadline: new Date('2026-12-15T11:00:00Z'),
  zone: 'Europe/Berlin',
  summary:
    'Our timetable works for people who see well and own a new phone. We would like one that works for everybody, at the stop and at home.',
  days: 64.5,
  budget: { minMinor: 40_000_00, maxMinor: 60_000_00, currency: 'EUR' },
  workplace: 'hybrid',
  city: 'Rosenheim',
  country: 'DE',
  start: '2027-01-11',
};

const terms: TermsInMail = {
  parts: [
    { skill: 'Accessibility audit', level: 4, days: 12 },
    { skill: 'User research', level: 3, days: 6.5 },
  ],
  days: 18.5,
  share: { minor: 16_250_00, currency: 'EUR' },
  message: 'Your work on the library catalogue was lovely.\n\nWould you take the audit and the interviews?',
};

const answerUrl = `${app}/answer/Zk3uX0sample`;
const replyTo = 'reply+0123456789abcdef01234567-0123456789abcdef@mail.cobid.example.org';
const links: OpportunityLinks = {
  replyTo,
  answers: {
    yes: `${answerUrl}?answer=yes`,
    yes_if: `${answerUrl}?answer=yes_if`,
    not_now: `${answerUrl}?answer=not_now`,
    pass_to: `${answerUrl}?answer=pass_to`,
    no: `${answerUrl}?answer=no`,
  },
  settings: `${app}/profile#mail`,
  pause: `${app}/profile#mail`,
  unsubscribe: `${app}/unsubscribe/Uq81sample`,
  oneClick: { url: `${app}/api/unsubscribe/Uq81sample`, token: 'Uq81sample' },
};

const takenAnswers: AnswerTaken[] = [
  { answer: 'yes', seeksPartners: false },
  { answer: 'yes', seeksPartners: true },
  { answer: 'yes_if', condition: 'we can start in March' },
  { answer: 'not_now', until: '2027-03-01', isGuess: false },
  { answer: 'not_now', until: '2026-12-23', isGuess: true },
  { answer: 'pass_to', passedTo: 'Granite Web' },
  { answer: 'no', reason: 'capacity' },
  { answer: 'declined', lead: 'Granite Web' },
];

const match: NonNullable<OpportunityPassedOnFacts['match']> = {
  why: [
    {
      is: 'skillHeld',
      held: 'accessibility-audit',
      wanted: 'accessibility-audit',
      relation: 'same',
      level: 4,
      lastUsed: '2026-08',
    },
    {
      is: 'projects',
      projects: [
        { title: 'Catàleg de la biblioteca', year: 2025 },
        { title: 'Arxiu comarcal en línia', year: 2023, isForClient: true },
      ],
    },
  ],
  missing: [
    {
      requirement: { skill: 'Backend development', level: 3, days: 30 },
      isMust: true,
      papers: null,
      completers: ['Granite Web', 'Ferrous', 'Kollektiv Nord'],
    },
    {
      requirement: { skill: 'Hosting', level: 3, days: 8 },
      isMust: true,
      papers: { certificate: 'ISO/IEC 27001 information security', language: null },
      completers: ['Ferrous'],
    },
    {
      requirement: { skill: 'Content design', level: 2, days: 4 },
      isMust: false,
      papers: { certificate: null, language: 'eu' },
      completers: [],
    },
    {
      requirement: { skill: 'GTFS timetables', level: 2, days: 1 },
      isMust: false,
      papers: null,
      completers: [],
    },
  ],
  freeDays: 41,
};

const atOnce: MailSettings = { ...usualSettings, frequency: 'instant' };

/** Facts for each kind of mail, one for each way that it can read; for tests and for looking at. */
export const samples: { [Kind in DeliveryKind]: MailFacts[Kind][] } = {
  signIn: [
    { reader: newReader, link: `${app}/sign-in/Pw5sample`, code: '048213', minutesValid: 15, appUrl: app },
  ],
  colleagueInvited: [
    {
      reader: newReader,
      organisation: 'Marea Digital',
      invitedBy: 'Joan Ferrer',
      role: 'bidder',
      link: `${app}/join/Jn7sample`,
      expiresAt: new Date('2026-12-05T09:30:00Z'),
      appUrl: app,
    },
  ],
  opportunity: [
    { reader, coop: 'Marea Digital', tender, ...match, settings: atOnce, because: 'all_musts', links },
    {
      reader: { ...newReader, zone: 'Europe/Berlin' },
      coop: 'Kollektiv Nord',
      tender: { ...tender, budget: null, workplace: 'remote', start: null },
      why: [
        { is: 'freeDays', free: 90, wanted: 64.5 },
        { is: 'sectorKnown', sector: 'mobility' },
      ],
      missing: [],
      freeDays: 90,
      settings: { ...usualSettings, frequency: 'instant', isUrgentWelcome: true },
      because: 'closes_soon',
      links: { ...links, replyTo: null },
    },
  ],
  opportunityPassedOn: [
    {
      reader,
      coop: 'Marea Digital',
      passedOnBy: 'Ferrous',
      note: 'We are full until March, and this is so you.',
      tender,
      match,
      links,
    },
    { reader, coop: 'Marea Digital', passedOnBy: 'Ferrous', note: '', tender, match: null, links },
  ],
  digest: [
    {
      reader,
      coops: ['Marea Digital', 'Granite Web'],
      settings: usualSettings,
      items: [
        { section: 'closing', tender, coop: 'Marea Digital', ...match, answers: links.answers, replyTo },
        {
          section: 'new',
          tender: { ...tender, title: 'A pantry that counts itself', budget: null, days: 12 },
          coop: 'Granite Web',
          ...match,
          missing: [],
          answers: links.answers,
          replyTo,
        },
        {
          section: 'changed',
          tender: { ...tender, title: 'A choir book for the whole valley' },
          coop: 'Marea Digital',
          ...match,
          answers: links.answers,
          replyTo,
        },
      ],
      partners: [
        {
          tender: { ...tender, title: 'Bread for the night shift' },
          coop: 'Marea Digital',
          why: match.why.slice(0, 1),
          freeDays: 41,
          calls: [
            {
              coop: 'Ferrous',
              parts: [
                { skill: 'Accessibility audit', level: 4, days: 12 },
                { skill: 'User research', level: 3, days: 6.5 },
              ],
              url: `${tender.url}/consortium?with=0123456789abcdef01234567`,
            },
            {
              coop: 'Kollektiv Nord',
              parts: [{ skill: 'User research', level: 3, days: 6.5 }],
              url: `${tender.url}/consortium?with=0123456789abcdef01234568`,
            },
          ],
          answers: {
            yesWithPartners: `${answerUrl}?answer=yes&partners=yes`,
            not_now: links.answers.not_now,
            no: links.answers.no,
          },
          replyTo,
        },
        {
          tender: { ...tender, title: 'A harbour that speaks' },
          coop: 'Granite Web',
          why: match.why.slice(0, 1),
          freeDays: 12,
          calls: [
            {
              coop: 'Ferrous',
              parts: [{ skill: 'Accessibility audit', level: 4, days: 12 }],
              url: `${tender.url}/consortium?with=0123456789abcdef01234567`,
            },
          ],
          answers: null,
          replyTo: null,
        },
      ],
      more: 2,
      opportunitiesUrl: `${app}/opportunities`,
      seats: [
        {
          lead: 'Kollektiv Nord',
          tender: { ...tender, title: 'Maps of quiet streets' },
          days: 6.5,
          replyBy: new Date('2026-12-02T12:00:00Z'),
          url: `${app}/invitations/0123456789abcdef01234567`,
        },
      ],
      bids: [{ tender: { ...tender, title: 'A library on line' }, state: 'signing', url: bidUrl }],
      links,
    },
    {
      reader: newReader,
      coops: ['Kollektiv Nord'],
      settings: { ...usualSettings, frequency: 'daily', hour: 8 },
      items: [],
      partners: [],
      more: 0,
      opportunitiesUrl: `${app}/opportunities`,
      seats: [],
      bids: [{ tender, state: 'drafting', url: bidUrl }],
      links,
    },
  ],
  seatOffered: [
    {
      reader,
      organisation,
      lead: 'Granite Web',
      tender,
      terms,
      replyBy: new Date('2026-12-01T17:00:00Z'),
      link: `${app}/seat-offer/So2sample`,
    },
  ],
  seatAnswered: (
    [
      { outcome: 'accepted' },
      { outcome: 'declined', reason: 'We have promised December to another client.' },
      { outcome: 'countered', terms },
      { outcome: 'expired' },
      { outcome: 'left' },
    ] as const
  ).map((answer) => ({ reader, organisation, coop: 'Ferrous', tender, answer, bidUrl })),
  counterAnswered: [
    { reader, organisation, lead: 'Granite Web', tender, answer: { outcome: 'taken', bidUrl } },
    {
      reader,
      organisation,
      lead: 'Granite Web',
      tender,
      answer: {
        outcome: 'offered_again',
        terms,
        replyBy: new Date('2026-12-03T17:00:00Z'),
        link: `${app}/seat-offer/So3sample`,
      },
    },
    { reader, organisation, lead: 'Granite Web', tender, answer: { outcome: 'revoked' } },
    { reader, organisation, lead: 'Granite Web', tender, answer: { outcome: 'put_out' } },
  ],
  signatureWanted: [
    { reader, organisation, lead: 'Granite Web', tender, revision: 1, hash, signedBy: [], bidUrl },
    {
      reader,
      organisation,
      lead: 'Granite Web',
      tender,
      revision: 3,
      hash,
      signedBy: ['Granite Web', 'Ferrous'],
      bidUrl,
    },
  ],
  bidSubmitted: [
    {
      reader,
      organisation,
      lead: 'Granite Web',
      members: ['Granite Web', 'Ferrous', 'Marea Digital'],
      tender,
      revision: 3,
      hash,
      submittedAt: new Date('2026-12-14T16:21:00Z'),
      bidUrl,
    },
  ],
  bidWithdrawn: [{ reader, organisation, lead: 'Granite Web', tender, bidUrl }],
  bidLapsed: [
    {
      reader,
      organisation,
      lead: 'Granite Web',
      tender,
      missing: [
        { kind: 'disputePath' },
        { kind: 'notSigned', revision: 2, coops: ['Ferrous', 'Granite Web'] },
      ],
      bidUrl,
    },
  ],
  bidsOpened: [0, 1, 4].map((count) => ({
    reader,
    organisation: { ...organisation, name: tender.clientName },
    tender,
    count,
    bidsUrl: `${tender.url}/bids`,
  })),
  bidAwarded: [
    {
      reader,
      organisation,
      lead: 'Granite Web',
      members: ['Granite Web', 'Ferrous', 'Marea Digital'],
      tender,
      reason: 'You were the only ones who asked our passengers first.',
      bidUrl,
    },
  ],
  bidNotAwarded: [
    {
      reader,
      organisation,
      lead: 'Granite Web',
      tender,
      reason: 'A thoughtful offer; the plan for the stops came too late for our winter timetable.',
      bidUrl,
    },
  ],
  tenderEnded: (['withdrawn', 'cancelled', 'unsuccessful'] as const).map((end) => ({
    reader,
    organisation,
    tender,
    end,
    reason: end === 'unsuccessful' ? '' : 'The council has moved the money to next year.',
  })),
  awardRecorded: [0, 1, 3].map((others) => ({
    reader,
    organisation: { ...organisation, name: tender.clientName },
    tender,
    lead: 'Granite Web',
    members: ['Granite Web', 'Marea Digital'],
    reason: 'They asked our passengers first.',
    at: new Date('2026-12-21T10:00:00Z'),
    others,
  })),
  tenderCompleted: [true, false].map((isClient) => ({
    reader,
    organisation: isClient ? { ...organisation, name: tender.clientName } : organisation,
    tender,
    members: ['Granite Web', 'Marea Digital'],
    isClient,
    profileUrl: `${app}/profile`,
  })),
  replyTaken: takenAnswers.map((answer) => ({
    reader,
    coop: organisation.name,
    tender,
    answer,
    words: 'Yes, if we can start in March.',
    undoUrl: answer.answer === 'declined' ? null : `${app}/undo-reply/Xq2sample`,
  })),
  replyUnclear: unclearReasons.map((why) => ({
    reader,
    why,
    words: why === 'nothing_said' ? '' : 'What is the budget?',
    about: why === 'not_read' || why === 'which_tender' ? null : tender.title,
    links: { answers: why === 'needs_page' ? null : links.answers, page: tender.url },
  })),
  mailsStopped: (
    [
      { scope: 'tenders', kind: 'digest' },
      { scope: 'kind', kind: 'tenderEnded' },
      { scope: 'all', kind: 'opportunity' },
    ] as const
  ).map((stopped) => ({ reader, ...stopped, url: `${app}/unsubscribe/Uq81sample` })),
  replyHeld: ['Yes, we do.', ''].map((words) => ({
    reader,
    from: 'ana@elsewhere.example.org',
    subject: 'Re: A fit for Marea Digital',
    words,
    url: `${app}/account/held-replies`,
  })),
};

/** Every sample as the mail that is made of it, in one language. */
export function sampleMails(language: Language): { kind: DeliveryKind; content: MailContent }[] {
  return deliveryKinds.flatMap((kind) => contentsOf(kind, language).map((content) => ({ kind, content })));
}

function contentsOf<Kind extends DeliveryKind>(kind: Kind, language: Language): MailContent[] {
  const write: MailWriters[Kind] = mailWriters[kind];
  return samples[kind].map((facts) => {
    const content = write({ ...facts, reader: { ...facts.reader, language } });
    const canBeStopped = hasSwitch(kind) && content.unsubscribe === undefined;
    return canBeStopped ? withStopLink(content, links.unsubscribe, links.oneClick) : content;
  });
}
