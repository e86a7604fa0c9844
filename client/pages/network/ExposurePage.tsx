import { SegmentedControl } from '@mantine/core';
import { reportDays } from '@cobid/domain/network/reports.ts';
import type { ExposureView, ReportDays } from '@cobid/domain/network/reports.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../../api/load.ts';
import { exposureQuery } from '../../api/network.ts';
import { useFilter } from '../../forms/useFilter.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Page } from '../../ui/Page.tsx';
import { Pages } from '../../ui/Pages.tsx';
import { Section } from '../../ui/Section.tsx';
import { ExposedCoops } from './ExposedCoops.tsx';
import { ExposureByType } from './ExposureByType.tsx';
import { countOf, evenness, twoPlaces } from './reportText.ts';
import { TenthsChart } from './TenthsChart.tsx';

const spans: Record<ReportDays, string> = { '30': '30 days', '90': '90 days', '365': 'A year' };

function readSearch(search: URLSearchParams): { days: ReportDays; page: number } {
  return {
    days: reportDays.find((known) => known === search.get('days')) ?? '365',
    page: Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1),
  };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { days, page } = readSearch(new URL(request.url).searchParams);
  await load(exposureQuery(days, page));
  return null;
}

/** How attention in mails was shared out among the co-ops, beside what their fits deserve. */
export function Component() {
  const [search] = useSearchParams();
  const { days, page } = readSearch(search);
  const { data } = useSuspenseQuery(exposureQuery(days, page));
  const [, setDays] = useFilter('days');
  return (
    <Page
      title="Who is seen"
      lead={
        <p>
          Who comes first in mails gets more attention: place 1 counts 1, place 3 a half, place 10 less than a
          third. Here is how that was shared out, beside what each co-op’s fits deserve.
        </p>
      }
    >
      <SegmentedControl
        aria-label="How far back"
        value={days}
        onChange={setDays}
        data={reportDays.map((value) => ({ value, label: spans[value] }))}
        mb="lg"
      />
      {data.total === 0 ? (
        <EmptyState title="No tender was told of in this time">
          As soon as tenders are matched, this says who heard of them in which order.
        </EmptyState>
      ) : (
        <Report data={data} />
      )}
    </Page>
  );
}

function Report({ data }: { data: ExposureView }) {
  const { giniServed, giniShown, neverShown, total, withoutFit } = data;
  return (
    <>
      <Facts
        facts={[
          ['Attention for fit is', `${evenness(giniServed)} (Gini ${twoPlaces(giniServed)})`],
          ['Attention alone is', `${evenness(giniShown)} (Gini ${twoPlaces(giniShown)})`],
          ['Never shown', neverShown === 0 ? 'nobody' : `${neverShown} of ${countOf(total, 'co-op')}`],
          [
            'Fitted no tender',
            withoutFit === 0 ? 'nobody' : `${countOf(withoutFit, 'co-op')}, in no figure below`,
          ],
        ]}
      />
      <Section
        title="From least to most"
        lead="The co-ops in ten equal groups, by how much attention they got for their fits. 1 is the average; the nearer all are to it, the fairer."
      >
        <TenthsChart tenths={data.tenths} />
      </Section>
      <Section
        title="By type of co-op"
        lead="For you to look at only: the type is no input of any fit or order. A co-op of two types counts in both."
      >
        <ExposureByType types={data.types} />
      </Section>
      <Section
        title="Each co-op"
        lead={
          <p>
            Least attention for its fits first. If this is too uneven,{' '}
            <Link to={paths.networkReplay()}>try another λ on the last tenders</Link>.
          </p>
        }
      >
        <ExposedCoops items={data.items} />
        <Pages page={data.page} pageSize={data.pageSize} total={total} />
      </Section>
    </>
  );
}
