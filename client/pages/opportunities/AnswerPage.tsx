import { Button } from '@mantine/core';
import { answers } from '@cobid/domain/opportunity/schema.ts';
import type { Answer, AnswerLinkView, ResponseView } from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load } from '../../api/load.ts';
import { useMe } from '../../api/me.ts';
import { answerLinkQuery, useAnswerByLink } from '../../api/opportunities.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { TenderCardView } from '../tenders/TenderCardView.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { MatchExplanation } from './MatchExplanation.tsx';
import { answerDone } from './opportunityText.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  await load(answerLinkQuery(params.token ?? ''));
  return null;
}

function answerIn(search: URLSearchParams): Answer | null {
  return answers.find((answer) => answer === search.get('answer')) ?? null;
}

/** Behind the five links of an opportunity mail: works signed out; opening it changes nothing, the button answers. */
export function Component() {
  const token = useParams().token ?? '';
  const [search] = useSearchParams();
  const { data: link } = useSuspenseQuery(answerLinkQuery(token));
  const answer = useAnswerByLink(token);
  const { opportunity, coop, personName } = link;
  return (
    <Page
      title={opportunity.tender.title}
      eyebrow={`For ${coop.name}`}
      lead={personName === '' ? undefined : `You answer as ${personName}, for ${coop.name}.`}
    >
      {answer.isSuccess ? (
        <Done link={link} response={answer.data} />
      ) : link.isUsed || opportunity.tender.state !== 'open' ? (
        <Over link={link} />
      ) : (
        <Section title="Do you want this work?" isCard>
          <AnswerForm
            initial={answerIn(search)}
            seeksPartners={search.get('partners') === 'yes'}
            coopId={coop.id}
            isPending={answer.isPending}
            error={answer.error}
            onAnswer={(input) => answer.mutate(input)}
          />
        </Section>
      )}
      <Section title="The tender">
        <TenderCardView tender={opportunity.tender} />
      </Section>
      <Section title="How it fits your co-op" isCard>
        <MatchExplanation opportunity={opportunity} />
      </Section>
    </Page>
  );
}

function Done({ link, response }: { link: AnswerLinkView; response: ResponseView }) {
  const wantsIt = response.answer === 'yes' || response.answer === 'yes_if';
  const isVisitor = useMe().person === null;
  const tender = paths.tender(link.opportunity.tender.id);
  return (
    <div role="status">
      <EmptyState
        title={`${answerDone[response.answer]} Thank you.`}
        action={
          <Button component={Link} to={wantsIt && isVisitor ? paths.signIn(tender) : tender}>
            {wantsIt ? 'See who could do it with you' : 'See the tender'}
          </Button>
        }
      >
        {response.seeksPartners && 'Co-ops that could help hear that you look for partners. '}
        {wantsIt
          ? 'Next: look at who could do it with you, and start a bid. For that you sign in once.'
          : 'You can change your mind on the tender’s page until the deadline.'}
      </EmptyState>
    </div>
  );
}

function Over({ link }: { link: AnswerLinkView }) {
  const { response, tender } = link.opportunity;
  const title = tender.state === 'open' ? 'This link has been used' : 'This tender is no longer open';
  return (
    <EmptyState
      title={title}
      action={
        <Button component={Link} to={paths.tender(tender.id)} variant="default">
          See the tender
        </Button>
      }
    >
      {response === null ? 'Nothing more can be answered here.' : `${answerDone[response.answer]} `}
      {tender.state === 'open' && 'To change your answer, sign in and open the tender’s page.'}
    </EmptyState>
  );
}
