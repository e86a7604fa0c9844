import { Alert, List } from '@mantine/core';
import type { InvitationView } from '@cobid/domain/invitation/schema.ts';
import { paths } from '@cobid/domain/paths.ts';
import { Link } from 'react-router';
import type { InvitationDoor } from '../../api/invitations.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Section } from '../../ui/Section.tsx';
import { CoopAnswer } from './CoopAnswer.tsx';
import { LeadAnswer } from './LeadAnswer.tsx';
import { TermsCard } from './TermsCard.tsx';
import classes from './InvitationBody.module.css';

/** An invitation with its terms and the answers that the reader's side can give; the same behind both doors. */
export function InvitationBody({ invitation, door }: { invitation: InvitationView; door: InvitationDoor }) {
  const { tender, terms, replyBy, warnings, declinedReason } = invitation;
  const [latest, ...earlier] = terms.toReversed();
  return (
    <>
      <Section title="The tender">
        <p className={classes.summary}>{tender.summary}</p>
        <Facts
          facts={[
            ['Deadline', <Moment key="deadline" at={tender.deadline} zone={tender.zone} withRemaining />],
            ['Answer by', <Moment key="reply" at={replyBy} zone={tender.zone} withRemaining />],
            [
              'Read more',
              <Link key="tender" to={paths.tender(tender.id)}>
                The whole tender
              </Link>,
            ],
          ]}
        />
      </Section>
      <Section title="The seat">
        {latest !== undefined && <TermsCard invitation={invitation} terms={latest} isLatest />}
        {warnings.length > 0 && (
          <Alert color="clay" variant="light" title="Look at this before you accept" mt="md">
            <List size="sm">
              {warnings.map(({ code, message }) => (
                <List.Item key={code}>{message}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </Section>
      {declinedReason !== null && (
        <Section title="Why it was declined">
          <p className={classes.summary}>{declinedReason}</p>
        </Section>
      )}
      {invitation.side === 'coop' ? (
        <CoopAnswer invitation={invitation} door={door} />
      ) : (
        <LeadAnswer invitation={invitation} door={door} />
      )}
      {earlier.length > 0 && (
        <Section title="How we got here">
          <div className={classes.earlier}>
            {earlier.map((version) => (
              <TermsCard key={version.version} invitation={invitation} terms={version} isLatest={false} />
            ))}
          </div>
        </Section>
      )}
    </>
  );
}
