import { Button, Select, SimpleGrid, Text } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../../api/load.ts';
import { tenderListQuery } from '../../api/tenders.ts';
import type { TenderFilters } from '../../api/tenders.ts';
import { SearchField } from '../../forms/SearchField.tsx';
import { SkillPicker } from '../../forms/SkillPicker.tsx';
import { useFilter } from '../../forms/useFilter.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Pages } from '../../ui/Pages.tsx';
import classes from '../../ui/Filters.module.css';
import { TenderCardView } from './TenderCardView.tsx';

const states = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed' },
  { value: 'all', label: 'All' },
] as const;
const sorts = [
  { value: 'deadline', label: 'Closing first' },
  { value: 'newest', label: 'Newest first' },
] as const;

/** The filters that the address holds; what it holds besides is ignored. */
function readFilters(search: URLSearchParams): TenderFilters {
  return {
    query: search.get('query') ?? '',
    skill: search.get('skill') ?? '',
    state: states.find(({ value }) => value === search.get('state'))?.value ?? 'open',
    sort: sorts.find(({ value }) => value === search.get('sort'))?.value ?? 'deadline',
    page: Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1),
  };
}

export async function loader({ request }: LoaderFunctionArgs) {
  await load(tenderListQuery(readFilters(new URL(request.url).searchParams)));
  return null;
}

/** The public list of tenders, with search and filters in the address. */
export function Component() {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const { data } = useSuspenseQuery(tenderListQuery(filters));
  const [, setSkill] = useFilter('skill');
  const [, setState] = useFilter('state');
  const [, setSort] = useFilter('sort');
  return (
    <Page
      title="Tenders"
      lead="Work that clients give to co-ops. Everybody can read this list."
      actions={
        <Button component={Link} to={paths.newTender()} variant="default">
          Post a tender
        </Button>
      }
    >
      <search className={classes.filters} aria-label="Tenders">
        <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
          <SearchField label="Search" placeholder="Words in title or text" />
          <SkillPicker
            label="Skill"
            placeholder="Any skill"
            value={filters.skill ?? ''}
            onPick={setSkill}
            onClear={() => setSkill(null)}
          />
          <Select
            label="Show"
            data={states}
            value={filters.state ?? 'open'}
            onChange={setState}
            allowDeselect={false}
          />
          <Select
            label="Order"
            data={sorts}
            value={filters.sort ?? 'deadline'}
            onChange={setSort}
            allowDeselect={false}
          />
        </SimpleGrid>
      </search>
      <Text c="dimmed" mb="md" role="status">
        {data.total === 1 ? '1 tender' : `${data.total} tenders`}
      </Text>
      {data.items.length === 0 ? (
        <EmptyState
          title="No tender fits"
          action={
            <Button variant="default" onClick={() => setSearch({ state: 'all' })}>
              Show all tenders
            </Button>
          }
        >
          Try other words, another skill, or look at those past their deadline, too.
        </EmptyState>
      ) : (
        <div className={classes.list}>
          {data.items.map((tender) => (
            <TenderCardView key={tender.id} tender={tender} heading="h2" />
          ))}
        </div>
      )}
      <Pages page={data.page} pageSize={data.pageSize} total={data.total} />
    </Page>
  );
}
