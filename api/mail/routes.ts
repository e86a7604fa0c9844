import { z } from 'zod';
import { mailSettingsChange, mailSettingsView, ownMailView } from '@cobid/domain/mail/settings.ts';
import { page, PAGE_SIZE, pagesOf } from '../http/list.ts';
import { route } from '../http/route.ts';
import { changeMailSettings } from './changeMailSettings.ts';
import { liftMailStop } from './liftMailStop.ts';
import { listOwnMails } from './listOwnMails.ts';
import { showMailSettings } from './mailSettingsView.ts';

/** What a person gets by mail, and what they got. */
export const mailRoutes = [
  route({
    method: 'GET',
    path: '/me/mail-settings',
    summary: 'Show what one gets by mail, and what of that counts now',
    access: 'person',
    reply: mailSettingsView,
    handle: ({ actor, now }) => showMailSettings(actor.personId, now),
  }),
  route({
    method: 'PATCH',
    path: '/me/mail-settings',
    summary: 'Change what one gets by mail',
    access: 'person',
    body: mailSettingsChange,
    reply: mailSettingsView,
    handle: async ({ actor, body, now }) => {
      await changeMailSettings(actor.personId, body, now);
      return showMailSettings(actor.personId, now);
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/mail-stop',
    summary: 'Let mails come again after they were stopped from a mail, or came back',
    access: 'person',
    limits: [{ by: 'person', points: 10, seconds: 3600 }],
    reply: mailSettingsView,
    handle: async ({ actor, now }) => {
      await liftMailStop(actor.personId);
      return showMailSettings(actor.personId, now);
    },
  }),
  route({
    method: 'GET',
    path: '/me/mails',
    summary: 'List the mails that one got or will get, the newest first',
    access: 'person',
    query: z.strictObject({ page }),
    reply: pagesOf(ownMailView),
    handle: async ({ actor, query, now }) => ({
      ...(await listOwnMails(actor.personId, query.page, now)),
      page: query.page,
      pageSize: PAGE_SIZE,
    }),
  }),
];
