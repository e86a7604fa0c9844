import { Button, Group } from '@mantine/core';
import type { ReplayView } from '@cobid/domain/network/reports.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useNavigation, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../../api/load.ts';
import { replayQuery } from '../../api/network.ts';
import { NumberField } from '../../forms/NumberField.tsx';
import { useFilter } from '../../forms/useFilter.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { ReplayCurve } from './ReplayCurve.tsx';
import { ReplayedTenders } from './ReplayedTenders.tsx';
import { countOf } from './reportText.ts';
import { lambdaDetail } from './ruleText.ts';
import classes from './Report.module.css';

/** From so many tenders on the figures are more than chance. */
const ENOUGH = 50;

/** The λ that the address names; null for that of the network. */
function lambdaIn(search: URLSearchParams): number | null {
  const named = Number.parseFloat(search.get('lambda') ?? '');
  return named >= 0 && named <= 2 ? named : null;
}

export async function loader({ request }: LoaderFunctionArgs) {
  await load(replayQuery(lambdaIn(new URL(request.url).searchParams)));
  return null;
}

/** What the last tenders would have looked like under any λ: who first, how good, how fair. */
export function Component() {
  const [search] = useSearchParams();
  const { data } = useSuspenseQuery(replayQuery(lambdaIn(search)));
  return (
    <Page
      title="Replay"
      lead="What the last 200 tenders would have looked like under another weight of having been shown less (λ). It is only played: nobody gets a mail, and nothing is changed."
    >
      {data.tenders === 0 ? (
        <EmptyState title="There is nothing to play yet">
          As soon as tenders were told to co-ops, they can be played here under any λ.
        </EmptyState>
      ) : (
        <Replayed key={data.lambda} data={data} />
      )}
    </Page>
  );
}

function Replayed({ data }: { data: ReplayView }) {
  const [lambda, setLambda] = useState(data.lambda);
  const [, setAsked] = useFilter('lambda');
  const isPlaying = useNavigation().state === 'loading';
  const play = (event: FormEvent) => {
    event.preventDefault();
    setAsked(String(lambda));
  };
  return (
    <>
      <form onSubmit={play}>
        <Group align="flex-end">
          <NumberField
            label="Play them under λ ="
            description={lambdaDetail(lambda)}
            value={lambda}
            onChange={setLambda}
            min={0}
            max={2}
            step={0.05}
          />
          <Button type="submit" loading={isPlaying}>
            Play
          </Button>
        </Group>
      </form>
      <p role="status" className={classes.busy}>
        {isPlaying
          ? 'Playing the tenders …'
          : `Played ${countOf(data.tenders, 'tender')} among ${countOf(data.coops, 'co-op')}${
              data.isCut ? `, of each the ${data.mostOfEach} co-ops that came first` : ''
            }. All begin with an empty history.${data.tenders < ENOUGH ? ' So few tenders say little.' : ''}`}
      </p>
      <Section
        title="What each λ costs and brings"
        lead={
          <p>
            A higher λ shares attention more evenly and puts the best fit first less often. The network has λ
            = {data.current}; <Link to={paths.network()}>change it in the rules</Link>.
          </p>
        }
      >
        <ReplayCurve curve={data.curve} lambda={data.lambda} current={data.current} />
      </Section>
      <Section
        title={`Who would have come first at λ = ${data.lambda}`}
        lead={
          data.lambda === data.current
            ? 'The first ten of the newest tenders under the network’s own λ. Play another one to see who changes places.'
            : `The first ten of the newest tenders, with their place at λ = ${data.current} where it was another.`
        }
      >
        <ReplayedTenders newest={data.newest} />
      </Section>
    </>
  );
}
