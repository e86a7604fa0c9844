/** Why a mail was not taken: for now, for good, or for good because the mailbox does not exist. */
export interface SmtpFailure {
  kind: 'for_now' | 'for_good' | 'no_such_mailbox';
  /** The server's or the connection's words, without the address. */
  error: string;
  /** Whether it was the recipient that was refused, rather than the sender or what the mail says. */
  isAboutRecipient: boolean;
}

/** Enhanced status codes that say that the mailbox, as against this mail, is the trouble (RFC 3463, 3.2 and 3.3). */
const NO_SUCH_MAILBOX = /\b5\.(1\.(0|1|2|3|6|10)|2\.1)\b/;
const ENHANCED_CODE = /\b[245]\.\d{1,3}\.\d{1,3}\b/;

/** Reads what nodemailer threw. Only the server's own 5xx is for good; whatever else went wrong may pass. */
export function smtpFailure(error: unknown): SmtpFailure {
  const { responseCode = 0, response = '', command = '' } = smtpDetails(error);
  const message = withoutAddresses(error instanceof Error ? error.message : String(error));
  if (responseCode < 500 || command.startsWith('AUTH'))
    return { kind: 'for_now', error: message, isAboutRecipient: command === 'RCPT TO' };
  const saysMailbox = ENHANCED_CODE.test(response)
    ? NO_SUCH_MAILBOX.test(response)
    : [550, 551, 553].includes(responseCode);
  const isAboutRecipient = command === 'RCPT TO';
  const kind = isAboutRecipient && saysMailbox ? 'no_such_mailbox' : 'for_good';
  return { kind, error: message, isAboutRecipient };
}

function smtpDetails(error: unknown): { responseCode?: number; response?: string; command?: string } {
  if (typeof error !== 'object' || error === null) return {};
  return {
    ...('responseCode' in error && typeof error.responseCode === 'number'
      ? { responseCode: error.responseCode }
      : {}),
    ...('response' in error && typeof error.response === 'string' ? { response: error.response } : {}),
    ...('command' in error && typeof error.command === 'string' ? { command: error.command } : {}),
  };
}

function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'(:]+@[^\s<>"'):,]+/g, '[address]').slice(0, 500);
}
