import { SegmentedControl, Table } from '@mantine/core';
import { feedbackDays } from '@cobid/domain/mail/feedback.ts';
import type { FeedbackCounts, MailFeedbackView } from '@cobid/domain/mail/feedback.ts';
import type { Frequency } from '@cobid/domain/mail/settings.ts';
import { paths } from '@cobid/domain/paths.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { mailFeedbackQuery } from '../../api/networkMail.ts';
import { useFilter } from '../../forms/useFilter.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { WideTable } from '../../ui/WideTable.tsx';
import classes from './MailFeedbackPage.module.css';

const USUAL_DAYS = 30;
const daysOf = (search: URLSearchParams) =>
  feedbackDays.find((days) => String(days) === search.get('days')) ?? USUAL_DAYS;

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  await load(mailFeedbackQuery(daysOf(new URL(request.url).searchParams)));
  return null;
}

const periodText: Record<(typeof feedbackDays)[number], string> = {
  7: '7 days',
  30: '30 days',
  90: '90 days',
  365: 'A year',
};

const settingText: Record<Frequency, string> = {
  instant: 'At once',
  daily: 'Daily',
  weekly: 'Weekly',
  off: 'Never (since then)',
};

/** "12 (40 %)" of how many were sent. */
function share(count: number, sent: number): string {
  return sent === 0 ? String(count) : `${count} (${Math.round((100 * count) / sent)} %)`;
}

function CountsTable({
  label,
  first,
  rows,
}: {
  label: string;
  first: string;
  rows: readonly (FeedbackCounts & { label: string })[];
}) {
  return (
    <WideTable label={label} minWidth={640} verticalSpacing="sm" className={classes.table ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{first}</Table.Th>
          {['Sent', 'Arrived', 'Answered', 'Came back', 'Called spam'].map((name) => (
            <Table.Th key={name} scope="col" className={classes.number}>
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ label: name, sent, delivered, answered, bounced, complained }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td className={classes.number}>{sent}</Table.Td>
            <Table.Td className={classes.number}>{share(delivered, sent)}</Table.Td>
            <Table.Td className={classes.number}>{answered === null ? '–' : share(answered, sent)}</Table.Td>
            <Table.Td className={classes.number}>{share(bounced, sent)}</Table.Td>
            <Table.Td className={classes.number}>{share(complained, sent)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Addresses({ addresses, notSent }: Pick<MailFeedbackView, 'addresses' | 'notSent'>) {
  return (
    <>
      <Section title="Addresses that get no mail now" lead="As of this moment, whatever the period.">
        <Facts
          facts={[
            ['Came back for good', addresses.bounced],
            ['Called a mail spam', addresses.complained],
            ['Want no mails about tenders', addresses.unsubscribed],
            ['Wait, as their server had trouble', addresses.waiting],
          ]}
        />
      </Section>
      <Section title="Not sent after all" lead="Mails that were due in this period.">
        <Facts
          facts={[
            ['Refused by the reader’s mail server', notSent.refused],
            ['Not wanted by the reader, or stopped as above', notSent.unwanted],
          ]}
        />
      </Section>
    </>
  );
}

/** What became of the network's mails, for those who run it. */
export function Component() {
  const [search] = useSearchParams();
  const days = daysOf(search);
  const [, setDays] = useFilter('days');
  const { data } = useSuspenseQuery(mailFeedbackQuery(days));
  return (
    <Page
      title="How our mail fares"
      lead={
        <p>
          Numbers only. Mails about bids, seats and awards are not counted: how many there are would tell how
          many bids there are. If much comes back, <Link to={paths.networkDns()}>check the DNS</Link>.
        </p>
      }
      actions={
        <SegmentedControl
          aria-label="Period"
          value={String(days)}
          onChange={(value) => setDays(value === String(USUAL_DAYS) ? null : value)}
          data={feedbackDays.map((value) => ({ value: String(value), label: periodText[value] }))}
        />
      }
    >
      {data.total.sent === 0 ? (
        <EmptyState title="No mails in this period">
          As soon as a mail about a tender or for signing in has gone out, it counts here.
        </EmptyState>
      ) : (
        <>
          <Section title="By kind of mail">
            <CountsTable
              label="What became of mails, by kind"
              first="Kind"
              rows={[
                ...data.kinds.map((row) => ({ ...row, label: row.name })),
                { ...data.total, label: 'All of these' },
              ]}
            />
          </Section>
          <Section
            title="By how often the reader wants to hear"
            lead="Mails about tenders, by the setting that counted when they were sent."
          >
            <CountsTable
              label="What became of mails about tenders, by setting"
              first="Setting"
              rows={data.settings.map((row) => ({ ...row, label: settingText[row.setting] }))}
            />
          </Section>
        </>
      )}
      <Addresses addresses={data.addresses} notSent={data.notSent} />
    </Page>
  );
}
