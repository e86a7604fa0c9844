import { homeView } from '@cobid/domain/home/schema.ts';
import type { HomeView, WaitingItem } from '@cobid/domain/home/schema.ts';
import type { Actor } from '@cobid/domain/actor.ts';
import { route } from '../http/route.ts';
import type { ActingActor, SignedInActor } from '../http/route.ts';
import { clientHome } from './clientHome.ts';
import { coopHome } from './coopHome.ts';

/** What waits for the reader, and what closes soon. */
export const homeRoutes = [
  route({
    method: 'GET',
    path: '/home',
    summary: 'Show what waits for me and what closes soon',
    access: 'person',
    reply: homeView,
    handle: async ({ actor, now }) => {
      const [own, coop] = await Promise.all([
        clientHome(actor, now),
        isForCoop(actor) ? coopHome(actor, now) : nothing,
      ]);
      return {
        waiting: soonestFirst([...coop.waiting, ...own.waiting]),
        closingSoon: soonestFirst([...coop.closingSoon, ...own.closingSoon]),
      };
    },
  }),
];

const nothing: HomeView = { waiting: [], closingSoon: [] };

function isForCoop(actor: SignedInActor): actor is ActingActor {
  const { acting }: Actor = actor;
  return acting?.isCoop === true;
}

/** What has no date comes last, in the order in which it was found. */
function soonestFirst(items: WaitingItem[]): WaitingItem[] {
  return items.toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
}
