import { Button, Checkbox, Radio, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { answers, noReasons, responseInput } from '@cobid/domain/opportunity/schema.ts';
import type { Answer, ResponseInput } from '@cobid/domain/opportunity/schema.ts';
import { useState } from 'react';
import { ProblemAlert } from '../../ui/ProblemAlert.tsx';
import { sentence } from '../../forms/sentence.ts';
import { CoopPicker } from './CoopPicker.tsx';
import { answerText, noReasonText } from './opportunityText.ts';
import classes from './AnswerForm.module.css';

interface AnswerFormProps {
  /** Chosen beforehand, by the link that was followed in the mail. */
  initial: Answer | null;
  /** Whether the box about partners is ticked beforehand. */
  seeksPartners?: boolean;
  coopId: string | undefined;
  isPending: boolean;
  error: unknown;
  onAnswer: (response: ResponseInput) => void;
}

type Fields = Record<string, string | null>;

/** Fields that each answer sends besides itself. */
const fieldsOf: Record<Answer, readonly string[]> = {
  yes: [],
  yes_if: ['condition'],
  not_now: ['until'],
  pass_to: ['coopId', 'note'],
  no: ['reason', 'note'],
};

function wantsIt(answer: Answer): boolean {
  return answer === 'yes' || answer === 'yes_if';
}

function isAnswer(value: string): value is Answer {
  return answers.some((answer) => answer === value);
}

/** The five answers; what an answer needs besides appears under it. Nothing is sent before the button. */
export function AnswerForm({
  initial,
  seeksPartners = false,
  coopId,
  isPending,
  error,
  onAnswer,
}: AnswerFormProps) {
  const [answer, setAnswer] = useState<Answer | null>(initial);
  const [isSeeking, setSeeking] = useState(seeksPartners);
  const [fields, setFields] = useState<Fields>({});
  const [problems, setProblems] = useState<Fields>({});
  const set = (name: string) => (value: string | null) => setFields((known) => ({ ...known, [name]: value }));
  const text = (name: string) => fields[name] ?? '';
  const wrong = (name: string) => problems[name] ?? null;

  const submit = () => {
    if (answer === null) return setProblems({ answer: 'Choose one of the answers.' });
    const input = Object.fromEntries(
      fieldsOf[answer].flatMap((name) => ((fields[name] ?? null) === null ? [] : [[name, fields[name]]])),
    );
    const partners = wantsIt(answer) ? { seeksPartners: isSeeking } : {};
    const parsed = responseInput.safeParse({ answer, ...input, ...partners });
    if (parsed.success) return onAnswer(parsed.data);
    setProblems(
      Object.fromEntries(
        parsed.error.issues.map((issue) => [String(issue.path[0]), sentence(issue.message) ?? issue.message]),
      ),
    );
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setProblems({});
        submit();
      }}
      noValidate
    >
      <Stack>
        <Radio.Group
          label="Your answer"
          value={answer}
          onChange={(value) => setAnswer(isAnswer(value) ? value : null)}
          error={wrong('answer')}
        >
          <Stack gap="xs" mt="xs">
            {answers.map((value) => (
              <div key={value} className={classes.choice} data-chosen={answer === value}>
                <Radio value={value} label={answerText[value].label} description={answerText[value].detail} />
                {answer === value && (
                  <Stack gap="sm" className={classes.more}>
                    {value === 'yes_if' && (
                      <Textarea
                        label="What would have to be true?"
                        placeholder="We could start in March"
                        required
                        autosize
                        maxLength={500}
                        value={text('condition')}
                        onChange={(event) => set('condition')(event.currentTarget.value)}
                        error={wrong('condition')}
                      />
                    )}
                    {wantsIt(value) && (
                      <Checkbox
                        label="Tell co-ops that could help that we look for partners"
                        description="Those that fit this tender see your name beside it, and what they could do. Whether you bid stays sealed."
                        checked={isSeeking}
                        onChange={(event) => setSeeking(event.currentTarget.checked)}
                      />
                    )}
                    {value === 'not_now' && (
                      <TextInput
                        type="date"
                        label="From when could you?"
                        required
                        value={text('until')}
                        onChange={(event) => set('until')(event.currentTarget.value)}
                        error={wrong('until')}
                      />
                    )}
                    {value === 'pass_to' && (
                      <CoopPicker
                        label="Which co-op?"
                        value={fields['coopId'] ?? null}
                        onChange={set('coopId')}
                        exceptId={coopId}
                        error={wrong('coopId')}
                      />
                    )}
                    {value === 'no' && (
                      <Select
                        label="Why not?"
                        required
                        data={noReasons.map((reason) => ({ value: reason, label: noReasonText[reason] }))}
                        value={fields['reason'] ?? null}
                        onChange={set('reason')}
                        error={wrong('reason')}
                      />
                    )}
                    {(value === 'pass_to' || value === 'no') && (
                      <Textarea
                        label={value === 'no' ? 'Anything to add? (optional)' : 'A word to them (optional)'}
                        autosize
                        maxLength={500}
                        value={text('note')}
                        onChange={(event) => set('note')(event.currentTarget.value)}
                        error={wrong('note')}
                      />
                    )}
                  </Stack>
                )}
              </div>
            ))}
          </Stack>
        </Radio.Group>
        <ProblemAlert error={error} />
        <div>
          <Button type="submit" size="md" loading={isPending}>
            Send this answer
          </Button>
        </div>
      </Stack>
    </form>
  );
}
