import { Button, Stack, Text, TextInput } from '@mantine/core';
import { signInByCode } from '@cobid/domain/person/schema.ts';
import { useEffect, useRef } from 'react';
import { useSignInByCode } from '../../api/me.ts';
import { sentence } from '../../forms/sentence.ts';
import { useZodForm } from '../../forms/useZodForm.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { useArrival } from './useArrival.ts';

/** After the mail was sent: says where to look, and takes the code for those who read mail on another device. */
export function SignInCodeForm({ email, onOtherAddress }: { email: string; onOtherAddress: () => void }) {
  const signIn = useSignInByCode();
  const arrive = useArrival();
  const form = useZodForm(signInByCode, { email, code: '' });
  const heading = useRef<HTMLDivElement>(null);
  // The page has changed without a change of address, so focus is moved here.
  useEffect(() => heading.current?.querySelector<HTMLElement>('h1')?.focus(), []);
  return (
    <div ref={heading}>
      <Page
        title="Look into your mail"
        width="narrow"
        lead={
          <p>
            We sent a link and a six-digit code to <strong>{email}</strong>. Both work once, for 15 minutes.
          </p>
        }
      >
        <form noValidate onSubmit={form.handleSubmit((input) => signIn.mutate(input, { onSuccess: arrive }))}>
          <Stack>
            <TextInput
              {...form.register('code')}
              label="Code from the mail"
              description="Or open the link in the mail, on this device or another."
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              size="md"
              styles={{
                input: { width: '12rem', letterSpacing: '0.2em', fontVariantNumeric: 'tabular-nums' },
              }}
              required
              error={sentence(form.formState.errors.code?.message)}
            />
            <ProblemAlert error={signIn.error} issues={[]} />
            <Button type="submit" size="md" loading={signIn.isPending} style={{ alignSelf: 'flex-start' }}>
              Sign in
            </Button>
            <Text c="dimmed" size="sm">
              Nothing there? Look into the folder for junk mail, or{' '}
              <Button variant="transparent" size="compact-sm" px={0} onClick={onOtherAddress}>
                send it again or to another address
              </Button>
              .
            </Text>
          </Stack>
        </form>
      </Page>
    </div>
  );
}
