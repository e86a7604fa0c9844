import { Button, CopyButton } from '@mantine/core';
import type { DnsRecordView, DnsState, MailDnsView } from '@cobid/domain/mailDns/schema.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { LoaderFunctionArgs } from 'react-router';
import { load, requirePerson } from '../../api/load.ts';
import { mailDnsQuery } from '../../api/networkMail.ts';
import { problemOf } from '../../api/problem.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Moment } from '../../ui/Moment.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { StateBadge } from '../../ui/StateBadge.tsx';
import type { Tone } from '../../ui/StateBadge.tsx';
import { toast } from '../../ui/toast.ts';
import classes from './MailDnsPage.module.css';

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request);
  await load(mailDnsQuery);
  return null;
}

const stateText: Record<DnsState, { label: string; tone: Tone }> = {
  ok: { label: 'In order', tone: 'good' },
  advice: { label: 'Could be better', tone: 'waiting' },
  missing: { label: 'Missing', tone: 'bad' },
  wrong: { label: 'Wrong', tone: 'bad' },
  unknown: { label: 'Not known', tone: 'over' },
};

const kindText: Record<DnsRecordView['kind'], { title: string; what: string }> = {
  spf: { title: 'SPF', what: 'Which servers may send mail in the name of this domain.' },
  dkim: { title: 'DKIM', what: 'The public key by which others see that a mail is ours and unchanged.' },
  dmarc: { title: 'DMARC', what: 'What others are to do with mail that pretends to be ours.' },
  mx: { title: 'MX', what: 'Where bounces, replies and requests to unsubscribe come back to.' },
};

function CopyRecord({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <p className={classes.label}>{label}</p>
      <code className={classes.record}>{value}</code>
      <CopyButton value={value}>
        {({ copy, copied }) => (
          <Button
            size="xs"
            variant="default"
            onClick={copy}
            aria-label={`${copied ? 'Copied' : 'Copy'}: ${label}`}
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}

function DnsRecord({ record }: { record: DnsRecordView }) {
  const { kind, type, name, found, wanted, state, sentence } = record;
  const { title, what } = kindText[kind];
  const { label, tone } = stateText[state];
  return (
    <Section
      title={`${title} of ${name}`}
      lead={what}
      actions={<StateBadge label={label} tone={tone} />}
      isCard
    >
      <p className={classes.sentence}>{sentence}</p>
      <p className={classes.label}>In the DNS now</p>
      {found.length === 0 ? (
        <p className={classes.none}>Nothing</p>
      ) : (
        found.map((value) => (
          <code key={value} className={classes.record}>
            {value}
          </code>
        ))
      )}
      {wanted !== null && state !== 'ok' && (
        <div className={classes.wanted}>
          <CopyRecord label={`Name of the ${type} record`} value={name} />
          <CopyRecord label="What it should say" value={wanted} />
          {kind === 'spf' && (
            <p className={classes.none}>
              If your mail provider names an “include:” of its own, put that in instead of the server.
            </p>
          )}
        </div>
      )}
    </Section>
  );
}

function Summary({ data }: { data: MailDnsView }) {
  const open = data.records.filter(({ state }) => state === 'missing' || state === 'wrong').length;
  if (open > 0) {
    return (
      <>
        {open === 1 ? 'One record keeps' : `${open} records keep`} mails from arriving. A change may take
        hours until everybody sees it.
      </>
    );
  }
  return <>Nothing here keeps mails from arriving.</>;
}

/** Whether the DNS says what others need to trust the network's mail. */
export function Component() {
  const { data, refetch, isFetching } = useSuspenseQuery(mailDnsQuery);
  const checkAgain = async () => {
    const { error } = await refetch();
    toast(error === null ? 'Checked.' : problemOf(error).sentence, error === null ? 'done' : 'problem');
  };
  return (
    <Page
      title="Does our mail arrive?"
      lead={
        data.isLocal ? (
          <p>Other mail servers look into the DNS before they believe that a mail is ours.</p>
        ) : (
          <p>
            Other mail servers look into the DNS before they believe that a mail from {data.sender} is ours.{' '}
            <Summary data={data} />
          </p>
        )
      }
      actions={
        !data.isLocal && (
          <Button variant="default" loading={isFetching} onClick={() => void checkAgain()}>
            Check again
          </Button>
        )
      }
    >
      {data.isLocal ? (
        <EmptyState title="Mail stays on this machine">
          It is sent from {data.sender}, which no DNS knows, so there is nothing to check. Set MAIL_FROM to an
          address of your domain to send mail to others.
        </EmptyState>
      ) : (
        data.records.map((record) => <DnsRecord key={`${record.kind} ${record.name}`} record={record} />)
      )}
      {!data.isLocal && data.inbound === null && (
        <EmptyState title="Nothing comes back">
          Bounces, replies and requests to unsubscribe by mail are not read, as INBOUND_DOMAIN is not set. The
          runbook tells how.
        </EmptyState>
      )}
      {!data.isLocal && (
        <p className={classes.checked}>
          Checked <Moment at={data.checkedAt} />
        </p>
      )}
    </Page>
  );
}
