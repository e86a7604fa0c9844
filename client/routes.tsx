import { createBrowserRouter } from 'react-router';
import type { RouteObject } from 'react-router';
import { meQuery } from './api/me.ts';
import { queryClient } from './api/queryClient.ts';
import { RouteError } from './shell/RouteError.tsx';
import { Shell } from './shell/Shell.tsx';
import { ShellSkeleton } from './shell/ShellSkeleton.tsx';

/**
 * The pages, by their paths in @cobid/domain/paths.ts. Each lies in a chunk of its own and exports `Component` and,
 * where it needs data, `loader`.
 */
const pages: RouteObject[] = [
  { index: true, lazy: () => import('./pages/front/FrontPage.tsx') },
  { path: 'home', lazy: () => import('./pages/home/HomePage.tsx') },
  { path: 'privacy', lazy: () => import('./pages/front/PrivacyPage.tsx') },

  { path: 'sign-in', lazy: () => import('./pages/sessions/SignInPage.tsx') },
  { path: 'sign-in/:token', lazy: () => import('./pages/sessions/SignInLinkPage.tsx') },
  { path: 'welcome', lazy: () => import('./pages/sessions/WelcomePage.tsx') },
  { path: 'account', lazy: () => import('./pages/sessions/AccountPage.tsx') },
  { path: 'account/held-replies', lazy: () => import('./pages/replies/HeldRepliesPage.tsx') },
  { path: 'undo-reply/:token', lazy: () => import('./pages/replies/UndoReplyPage.tsx') },
  { path: 'account/mail', lazy: () => import('./pages/mail/MailSettingsPage.tsx') },
  { path: 'account/mails', lazy: () => import('./pages/mail/OwnMailsPage.tsx') },

  { path: 'organisations/new', lazy: () => import('./pages/organisations/NewOrganisationPage.tsx') },
  { path: 'organisations/:organisationId', lazy: () => import('./pages/organisations/OrganisationPage.tsx') },
  { path: 'join/:token', lazy: () => import('./pages/organisations/JoinPage.tsx') },

  { path: 'tenders', lazy: () => import('./pages/tenders/TendersPage.tsx') },
  { path: 'tenders/new', lazy: () => import('./pages/tenders/NewTenderPage.tsx') },
  { path: 'tenders/:tenderId', lazy: () => import('./pages/tenders/TenderPage.tsx') },
  { path: 'tenders/:tenderId/consortium', lazy: () => import('./pages/consortium/ConsortiumPage.tsx') },
  { path: 'tenders/:tenderId/edit', lazy: () => import('./pages/tenders/EditTenderPage.tsx') },
  { path: 'my-tenders', lazy: () => import('./pages/tenders/MyTendersPage.tsx') },

  { path: 'coops', lazy: () => import('./pages/coops/CoopsPage.tsx') },
  { path: 'coops/:slug', lazy: () => import('./pages/coops/CoopPage.tsx') },
  { path: 'profile', lazy: () => import('./pages/profile/ProfilePage.tsx') },

  { path: 'opportunities', lazy: () => import('./pages/opportunities/OpportunitiesPage.tsx') },
  {
    path: 'opportunities/would-have-matched',
    lazy: () => import('./pages/opportunities/WouldHaveMatchedPage.tsx'),
  },
  { path: 'answer/:token', lazy: () => import('./pages/opportunities/AnswerPage.tsx') },
  { path: 'unsubscribe/:token', lazy: () => import('./pages/opportunities/UnsubscribePage.tsx') },
  { path: 'bids', lazy: () => import('./pages/bids/BidsPage.tsx') },
  { path: 'bids/:bidId', lazy: () => import('./pages/bids/BidPage.tsx') },
  { path: 'invitations/:invitationId', lazy: () => import('./pages/invitations/InvitationPage.tsx') },
  { path: 'seat-offer/:token', lazy: () => import('./pages/invitations/SeatOfferPage.tsx') },
  { path: 'tenders/:tenderId/bids', lazy: () => import('./pages/evaluation/TenderBidsPage.tsx') },

  {
    path: 'network',
    lazy: () => import('./pages/network/NetworkLayout.tsx'),
    children: [
      { index: true, lazy: () => import('./pages/network/RulesPage.tsx') },
      { path: 'exposure', lazy: () => import('./pages/network/ExposurePage.tsx') },
      { path: 'learning', lazy: () => import('./pages/network/LearningPage.tsx') },
      { path: 'thin-tenders', lazy: () => import('./pages/network/ThinTendersPage.tsx') },
      { path: 'replay', lazy: () => import('./pages/network/ReplayPage.tsx') },
      { path: 'mail', lazy: () => import('./pages/network/MailFeedbackPage.tsx') },
      { path: 'letters', lazy: () => import('./pages/network/LettersPage.tsx') },
      { path: 'mail/dns', lazy: () => import('./pages/network/MailDnsPage.tsx') },
    ],
  },

  { path: '*', lazy: () => import('./shell/NotFoundPage.tsx') },
];

/** Who I am is asked once for the whole shell; without an answer the pages work as for a visitor. */
async function shellLoader() {
  await queryClient.ensureQueryData(meQuery).catch(() => null);
  return null;
}

export const router = createBrowserRouter([
  {
    path: '/',
    Component: Shell,
    HydrateFallback: ShellSkeleton,
    errorElement: <RouteError isBare />,
    loader: shellLoader,
    // Asked again only by those who change it (api/me.ts).
    shouldRevalidate: () => false,
    children: [{ errorElement: <RouteError />, children: pages }],
  },
]);
