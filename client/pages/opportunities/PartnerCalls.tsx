import { Button, Switch } from '@mantine/core';
import type {
  OpportunityView,
  PartnerCallView,
  ResponseInput,
  ResponseView,
} from '@cobid/domain/opportunity/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { Link } from 'react-router';
import { useRespond } from '../../api/opportunities.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './PartnerCalls.module.css';

/** Co-ops that look for partners for the tender, and whether the reader's own does. */
export function PartnerCalls({ opportunity }: { opportunity: OpportunityView }) {
  const { partnerCalls, response, tender } = opportunity;
  const given = response === null ? null : yesOf(response);
  if (given === null && partnerCalls.length === 0) return null;
  return (
    <Section
      title="Looking for partners"
      lead="Co-ops that want others to know. It says nothing about bids: those stay sealed."
      isCard
    >
      {partnerCalls.length === 0 ? (
        <p className={classes.none}>No other co-op that you could help has said so.</p>
      ) : (
        <ul className={classes.list}>
          {partnerCalls.map((call) => (
            <Call key={call.coop.id} call={call} opportunity={opportunity} hasSaidYes={given !== null} />
          ))}
        </ul>
      )}
      {given !== null && <OwnCall tenderId={tender.id} given={given} />}
    </Section>
  );
}

interface CallProps {
  call: PartnerCallView;
  opportunity: OpportunityView;
  hasSaidYes: boolean;
}

function Call({ call: { coop, requirementIds }, opportunity, hasSaidYes }: CallProps) {
  const { requirements, tender, bidId } = opportunity;
  const parts = requirements.filter(({ id }) => requirementIds.includes(id)).map(({ label }) => label);
  return (
    <li className={classes.call}>
      <span>
        <Link to={paths.coop(coop.slug)}>
          <strong>{coop.name}</strong>
        </Link>
        {`: you could do ${parts.join(', ')}.`}
      </span>
      {hasSaidYes && bidId === null && (
        <Button
          component={Link}
          to={`${paths.consortium(tender.id)}?with=${coop.id}`}
          variant="light"
          size="xs"
          aria-label={`Bid together with ${coop.name}`}
        >
          Bid together
        </Button>
      )}
    </li>
  );
}

type Yes = Extract<ResponseInput, { seeksPartners: boolean }>;

/** The answer as it would be given again, where partners make sense; null for any other. */
function yesOf({ answer, condition, seeksPartners }: ResponseView): Yes | null {
  if (answer === 'yes') return { answer, seeksPartners };
  return answer === 'yes_if' ? { answer, condition: condition ?? '', seeksPartners } : null;
}

function OwnCall({ tenderId, given }: { tenderId: string; given: Yes }) {
  const respond = useRespond(tenderId);
  return (
    <>
      <Switch
        label="Tell co-ops that could help that we look for partners"
        description="Those that fit this tender see your name beside it, and what they could do."
        checked={given.seeksPartners}
        disabled={respond.isPending}
        onChange={(event) =>
          respond.mutate(
            { ...given, seeksPartners: event.currentTarget.checked },
            {
              onSuccess: (stored) =>
                toast(
                  stored.seeksPartners
                    ? 'They see it now.'
                    : 'Nobody sees any more that you look for partners.',
                ),
            },
          )
        }
      />
      <ProblemAlert error={respond.error} />
    </>
  );
}
