import { eventInWords } from '@cobid/domain/network/eventInWords.ts';
import type { NetworkSettingsView } from '@cobid/domain/network/schema.ts';
import { useChangeNetwork } from '../../api/network.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/toast.ts';
import { changeOf } from './rulesDraft.ts';
import type { RulesDraft } from './rulesDraft.ts';

interface ChangeRulesDialogProps {
  network: NetworkSettingsView;
  draft: RulesDraft;
  isOpen: boolean;
  onClose: () => void;
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Says what a change of the rules does before it is made. */
export function ChangeRulesDialog({ network, draft, isOpen, onClose }: ChangeRulesDialogProps) {
  const save = useChangeNetwork();
  const change = changeOf(draft, network);
  const fields = ['name', 'lambda', 'weights'] as const;
  const sentences = fields.flatMap((what) => {
    const to = change[what];
    return to === undefined ? [] : [eventInWords({ what, from: network[what], to }, () => '')];
  });
  const { openTenders, coops } = network.reach;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title="Change the rules?"
      action="Change them"
      isPending={save.isPending}
      error={save.error}
      onConfirm={() =>
        save.mutate(
          { ...change, version: network.version, note: draft.note },
          {
            onSuccess: () => {
              onClose();
              toast('Changed. It is in the history below.');
            },
          },
        )
      }
    >
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {change.weights !== undefined && (
        <p>
          {counted(openTenders, 'open tender', 'open tenders')} will be matched anew to{' '}
          {counted(coops, 'co-op', 'co-ops')}, within minutes. Nobody gets a mail for it at once; fits on
          pages and in coming mails change. Tenders that are over keep the fits they had.
        </p>
      )}
      {change.lambda !== undefined && (
        <p>
          The order of mails changes from the next tender on. Nobody who fits is left out, before or after.
        </p>
      )}
      <p>You can change it back at any time; both changes stay in the history.</p>
    </ConfirmDialog>
  );
}
