import { Button, Group, Select, TextInput } from '@mantine/core';
import { colleagueInvitationInput } from '@cobid/domain/organisation/schema.ts';
import { useState } from 'react';
import type { Problem } from '@cobid/domain/problem.ts';
import { Controller } from 'react-hook-form';
import { useInviteColleague } from '../../api/organisations.ts';
import { applyProblem } from '../../forms/applyProblem.ts';
import { sentence } from '../../forms/sentence.ts';
import { useZodForm } from '../../forms/useZodForm.ts';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import { roleOptions } from './organisationText.ts';

/** Invites somebody by mail; the link in it joins and signs in. */
export function InviteColleague({ organisationId }: { organisationId: string }) {
  const invite = useInviteColleague(organisationId);
  const [leftover, setLeftover] = useState<Problem[]>([]);
  const form = useZodForm(colleagueInvitationInput, { email: '', role: 'bidder' });
  const submit = form.handleSubmit((input) =>
    invite.mutate(input, {
      onSuccess: () => {
        toast(`We sent an invitation to ${input.email}.`);
        form.reset();
      },
      onError: (error) => setLeftover(applyProblem(form, error)),
    }),
  );
  return (
    <Section title="Invite a colleague" isCard>
      <form noValidate onSubmit={submit}>
        <Group align="flex-start">
          <TextInput
            {...form.register('email')}
            type="email"
            label="E-mail address"
            required
            style={{ flex: '1 1 16rem' }}
            error={sentence(form.formState.errors.email?.message)}
          />
          <Controller
            control={form.control}
            name="role"
            render={({ field }) => (
              <Select
                label="Role"
                data={roleOptions}
                value={field.value}
                onChange={field.onChange}
                allowDeselect={false}
                style={{ flex: '1 1 16rem' }}
              />
            )}
          />
        </Group>
        {invite.isError && <ProblemAlert error={invite.error} issues={leftover} />}
        <Button type="submit" mt="md" loading={invite.isPending}>
          Send the invitation
        </Button>
      </form>
    </Section>
  );
}
