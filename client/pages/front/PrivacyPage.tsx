import { Typography } from '@mantine/core';
import { Page } from '../../ui/Page.tsx';

/** What is stored and who can read it: short, and true. */
export function Component() {
  return (
    <Page title="Privacy" width="narrow" lead="What Cobid keeps, who can read it, and how to end it.">
      <Typography>
        <h2>What we keep of you</h2>
        <p>
          Your e-mail address, your name as you gave it, your time zone, the organisations you belong to with
          your role in each, which mails we sent you, and the devices you are signed in on (browser and
          system, when you used them last). A session ends after 30 days; you can end each one yourself under
          “Your account”.
        </p>
        <h2>What others see</h2>
        <p>
          Your name and address are seen by colleagues in the same organisation. Partners in a bid see who
          signed for each co-op, and so does the client after the deadline. A co-op’s public page shows its
          skills, projects and places, never its day-rate floor, its value bounds or its red lines. Its free
          days in the time of a tender are shown to a matched co-op that looks for partners for that tender.
          That a co-op looks for partners is shown to those that could help with that tender, if it has said
          so.
        </p>
        <h2>Bids are sealed</h2>
        <p>
          Until the deadline no page, mail or list of Cobid shows a bid, its price or its members, that it
          exists, or how many there are, to anybody outside its consortium: not to the client, not to other
          co-ops, not to operators. After the deadline the client reads the bids that were submitted. Bids are
          not yet encrypted on the server’s disk, so whoever administers the machine itself could read its
          files.
        </p>
        <h2>No trackers</h2>
        <p>
          One cookie keeps you signed in. There is no analytics, no advertising and nothing loaded from other
          sites. Our mails carry no pictures that report back, and no links that count clicks. A tender that
          you begin without an account stays in your browser until you sign in or delete it there.
        </p>
        <h2>Mail</h2>
        <p>
          We write when something needs you or happens to your bid. Mails about new tenders can be stopped
          with one click in each of them.
        </p>
      </Typography>
    </Page>
  );
}
