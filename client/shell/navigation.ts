import type { MeView } from '@cobid/domain/person/schema.ts';
import { paths } from '@cobid/domain/paths.ts';

export interface NavItem {
  label: string;
  to: string;
}

/** The main navigation, by what the reader acts as. */
export function navigation(me: MeView): NavItem[] {
  const open = [
    { label: 'Tenders', to: paths.tenders() },
    { label: 'Co-ops', to: paths.coops() },
  ];
  if (me.person === null) return open;
  const items: NavItem[] = [{ label: 'Home', to: paths.home() }];
  if (me.actingFor?.isCoop === true) {
    items.push(
      { label: 'Opportunities', to: paths.opportunities() },
      { label: 'Bids', to: paths.bids() },
      { label: 'Profile', to: paths.profile() },
    );
  }
  if (me.actingFor?.isClient === true || me.actingFor === null) {
    items.push({ label: 'My tenders', to: paths.myTenders() });
  }
  if (me.person.isCoordinator || me.person.isOperator) {
    open.push({ label: 'Network', to: paths.network() });
  }
  return [...items, ...open];
}
