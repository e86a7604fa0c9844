/** What a report of a mail server says of one of our mails: that it came back, or that its reader calls it spam. */
export type MailReport =
  | {
      kind: 'bounce';
      /** `delayed` may still arrive; `hard` says that the mailbox is not there. */
      outcome: 'hard' | 'soft' | 'delayed' | 'delivered';
      /** Enhanced status code (RFC 3463), such as 5.1.1; '' if there is none. */
      status: string;
      /** The server's words, without addresses. */
      words: string;
    }
  | {
      kind: 'complaint';
      /** The envelope's sender and recipients of the mail that it is about, as the reporter repeats them. */
      addresses: string[];
    };

/** Status codes of a mailbox that does not exist or is closed for good (RFC 3463, 3.2 and 3.3). */
const NO_SUCH_MAILBOX = /^5\.(1\.(0|1|2|3|6|10)|2\.1)$/;

const ENHANCED_CODE = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/;

/** How servers without such codes say it. */
const NOBODY_IN_WORDS =
  /\b(no such|unknown|invalid|non-?existent) (local )?(user|recipient|mailbox|address|account)|\b(user|recipient|mailbox|address|account) (is )?(unknown|not found|invalid|does(n't| not) exist)|\bunrout(e)?able address|\bno mailbox here/i;

/** Whether a status code says that the mailbox, as against this one mail, is the trouble. */
export function saysNoSuchMailbox(status: string): boolean {
  return NO_SUCH_MAILBOX.test(status);
}

/**
 * Reads the machine-readable part of a delivery report (RFC 3464) or of a complaint (ARF, RFC 5965). Null when it is
 * neither.
 */
export function readMailReport(type: string, text: string): MailReport | null {
  const groups = fieldGroups(text);
  if (type === 'message/feedback-report') return readComplaint(groups);
  if (type !== 'message/delivery-status' && type !== 'message/global-delivery-status') return null;
  const outcomes = groups.filter((group) => group['action'] !== undefined).map(readRecipient);
  // One mail goes to one person; a server that splits it reports the worst.
  return (
    (['hard', 'soft', 'delayed', 'delivered'] as const)
      .map((outcome) => outcomes.find((each) => each.outcome === outcome))
      .find((found) => found !== undefined) ?? null
  );
}

type Fields = Record<string, string>;

function readRecipient(fields: Fields): Extract<MailReport, { kind: 'bounce' }> {
  const action = (fields['action'] ?? '').toLowerCase();
  const diagnosis = fields['diagnostic-code'] ?? '';
  const status = statusOf(fields['status'] ?? '', diagnosis);
  return { kind: 'bounce', outcome: outcomeOf(action, status), status, words: withoutAddresses(diagnosis) };
}

/**
 * What the status code says; where it says no more than "for good" (exim and postfix write 5.0.0 so), what the server
 * said to them: by its enhanced code, or by an old server's bare 550 that names the mailbox in words.
 */
function statusOf(status: string, diagnosis: string): string {
  const code = ENHANCED_CODE.exec(status)?.[0] ?? '';
  if (code !== '' && code !== '5.0.0') return code;
  const said = ENHANCED_CODE.exec(diagnosis)?.[0];
  if (said !== undefined) return said;
  return /\b55[013]\b/.test(diagnosis) && NOBODY_IN_WORDS.test(diagnosis) ? '5.1.1' : code;
}

function outcomeOf(action: string, status: string): 'hard' | 'soft' | 'delayed' | 'delivered' {
  if (action === 'failed') return saysNoSuchMailbox(status) ? 'hard' : 'soft';
  return action === 'delayed' ? 'delayed' : 'delivered';
}

function readComplaint(groups: readonly Fields[]): MailReport {
  const fields = groups[0] ?? {};
  const addresses = [fields['original-mail-from'], fields['original-rcpt-to']]
    .flatMap((value) => (value ?? '').split('\n'))
    .map((value) => value.replace(/^.*?<|>.*$/g, '').trim())
    .filter(Boolean);
  // "not-spam" takes a complaint back; it stops nothing.
  if (fields['feedback-type']?.toLowerCase() === 'not-spam') return { kind: 'complaint', addresses: [] };
  return { kind: 'complaint', addresses };
}

/** Groups of header-like fields, separated by empty lines; a field that comes twice has its values on lines. */
function fieldGroups(text: string): Fields[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .slice(0, 50)
    .map((group) => {
      const fields: Fields = {};
      for (const line of group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
        const [, name = '', value = ''] = /^([A-Za-z0-9-]{1,60}):\s*(.*)$/.exec(line) ?? [];
        const key = name.toLowerCase();
        if (key !== '') fields[key] = Object.hasOwn(fields, key) ? `${fields[key]}\n${value}` : value;
      }
      return fields;
    });
}

function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'(:;]+@[^\s<>"'):;,]+/g, '[address]').slice(0, 500);
}
