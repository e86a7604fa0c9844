import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { signInRequest } from '@cobid/domain/person/schema.ts';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { readLocalDraft } from '../../api/localDraft.ts';
import { useMe, useRequestSignIn } from '../../api/me.ts';
import { applyProblem } from '../../forms/applyProblem.ts';
import { sentence } from '../../forms/sentence.ts';
import { useZodForm } from '../../forms/useZodForm.ts';
import { validFields } from '../../forms/validFields.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { tenderFields } from '../tenders/editor/useTenderDraft.ts';
import { SignInCodeForm } from './SignInCodeForm.tsx';

/** Only the address is asked for by this form; where to go next comes from the page. */
const addressInput = signInRequest.pick({ email: true });

/** A path of this site to go to afterwards; anything else in the address is ignored. */
function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : paths.home();
}

function AddressForm({ next, onSent }: { next: string; onSent: (email: string) => void }) {
  const request = useRequestSignIn();
  const form = useZodForm(addressInput, { email: '' });
  const kept = readLocalDraft();
  const draft = kept === null ? null : validFields(tenderFields, kept);
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit(({ email }) =>
        request.mutate(draft === null ? { email, next } : { email, next, tenderDraft: draft }, {
          onSuccess: () => onSent(email),
          onError: (error) => applyProblem(form, error),
        }),
      )}
    >
      <Stack>
        {draft !== null && (
          <Alert color="pine" variant="light">
            Your tender “{draft.title || 'without a title yet'}” comes along: you will find it as your draft.
          </Alert>
        )}
        <TextInput
          {...form.register('email')}
          type="email"
          size="md"
          label="Your e-mail address"
          autoComplete="email"
          inputMode="email"
          required
          error={sentence(form.formState.errors.email?.message)}
        />
        <ProblemAlert error={request.error} issues={[]} />
        <Button type="submit" size="md" loading={request.isPending}>
          Send me a link and a code
        </Button>
        <Text c="dimmed" size="sm">
          No password. If you are new here, this makes your account. We store your address and nothing about
          your browsing: see <Link to={paths.privacy()}>privacy</Link>.
        </Text>
      </Stack>
    </form>
  );
}

/** Sign in or join: an e-mail address first, then the code (or the link) from the mail. */
export function Component() {
  const [search] = useSearchParams();
  const next = safeNext(search.get('next'));
  const me = useMe();
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (me.person !== null && sentTo === null) {
    return (
      <Page title="You are signed in" width="narrow" lead={`As ${me.person.email}.`}>
        <Button component={Link} to={next}>
          Go on
        </Button>
      </Page>
    );
  }
  return sentTo === null ? (
    <Page
      title="Sign in or join"
      width="narrow"
      lead="We send you a mail with a link. It is also how new people join."
    >
      <AddressForm next={next} onSent={setSentTo} />
    </Page>
  ) : (
    <SignInCodeForm email={sentTo} onOtherAddress={() => setSentTo(null)} />
  );
}
