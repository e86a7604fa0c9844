import { Button, Select, SimpleGrid, Text } from '@mantine/core';
import { humanLanguages } from '@cobid/domain/vocabulary/humanLanguages.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { coopListQuery } from '../../api/coops.ts';
import type { CoopFilters } from '../../api/coops.ts';
import { load } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { CountrySelect } from '../../forms/CountrySelect.tsx';
import { SearchField } from '../../forms/SearchField.tsx';
import { SkillPicker } from '../../forms/SkillPicker.tsx';
import { useFilter } from '../../forms/useFilter.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import classes from '../../ui/Filters.module.css';
import { Page } from '../../ui/Page.tsx';
import { Pages } from '../../ui/Pages.tsx';
import { CoopCardView } from './CoopCardView.tsx';

function readFilters(search: URLSearchParams): CoopFilters {
  return {
    query: search.get('query') ?? '',
    skill: search.get('skill') ?? '',
    country: search.get('country') ?? '',
    language: search.get('language') ?? '',
    page: Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1),
  };
}

export async function loader({ request }: LoaderFunctionArgs) {
  await load(coopListQuery(readFilters(new URL(request.url).searchParams)));
  return null;
}

const languages = humanLanguages.map(({ code, label }) => ({ value: code, label }));

/** The public directory of co-ops, with search and filters in the address. */
export function Component() {
  const [search, setSearch] = useSearchParams();
  const filters = readFilters(search);
  const { data } = useSuspenseQuery(coopListQuery(filters));
  const [, setSkill] = useFilter('skill');
  const [country, setCountry] = useFilter('country');
  const [language, setLanguage] = useFilter('language');
  const isVisitor = useMe().person === null;
  return (
    <Page
      title="Co-ops"
      lead="Tech co-operatives, what they do best and where they are."
      actions={
        isVisitor && (
          <Button component={Link} to={`${paths.newOrganisation()}?kind=coop`} variant="default">
            Join as a co-op
          </Button>
        )
      }
    >
      <search className={classes.filters} aria-label="Co-ops">
        <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
          <SearchField label="Search" placeholder="Name, city, words" />
          <SkillPicker
            label="Skill"
            placeholder="Any skill"
            value={filters.skill ?? ''}
            onPick={setSkill}
            onClear={() => setSkill(null)}
          />
          <CountrySelect
            value={country === '' ? null : country}
            onChange={setCountry}
            clearable
            placeholder="Any country"
          />
          <Select
            label="Language"
            data={languages}
            value={language === '' ? null : language}
            onChange={setLanguage}
            searchable
            clearable
            placeholder="Any language"
            clearButtonProps={{ 'aria-label': 'Any language' }}
          />
        </SimpleGrid>
      </search>
      <Text c="dimmed" mb="md" role="status">
        {data.total === 1 ? '1 co-op' : `${data.total} co-ops`}
      </Text>
      {data.items.length === 0 ? (
        <EmptyState
          title="No co-op fits"
          action={
            <Button variant="default" onClick={() => setSearch({})}>
              Show all co-ops
            </Button>
          }
        >
          Try a broader skill or another place.
        </EmptyState>
      ) : (
        <div className={classes.cards}>
          {data.items.map((coop) => (
            <CoopCardView key={coop.id} coop={coop} />
          ))}
        </div>
      )}
      <Pages page={data.page} pageSize={data.pageSize} total={data.total} />
    </Page>
  );
}
