import type { MeView } from '@cobid/domain/person/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { redirect } from 'react-router';
import { meQuery } from './me.ts';
import { queryClient } from './queryClient.ts';

/** For loaders: reads what the page needs into the cache, from the cache where it is there already. */
export const load = queryClient.ensureQueryData.bind(queryClient);

/** For loaders of pages that need a person: sends a visitor to sign in and back again, and the nameless to say who they are. */
export async function requirePerson(request: Request): Promise<MeView> {
  const me = await queryClient.ensureQueryData(meQuery);
  const url = new URL(request.url);
  const here = url.pathname + url.search;
  if (me.person === null) throw redirect(paths.signIn(here));
  if (me.person.name === '') throw redirect(`/welcome?next=${encodeURIComponent(here)}`);
  return me;
}
