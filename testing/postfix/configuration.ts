import { join } from 'node:path';

/** What a postfix of our own does. */
export interface PostfixOptions {
  port: number;
  /** Holds everything that it reads and writes. */
  folder: string;
  /** Where mail for a domain is handed on to, as in a transport table: `smtp:[127.0.0.1]:2525`. */
  routes: Readonly<Record<string, string>>;
  /** The port of the service that is asked at each step of a conversation (SMTPD_POLICY_README). */
  policyPort?: number | undefined;
  /** Seconds that a mail that is refused for now is tried for; it comes back then. */
  lifetime: number;
  /** Settings that it has instead. */
  settings?: Readonly<Record<string, string>> | undefined;
}

/** Who owns the mailboxes: Debian's nobody. */
export const MAILBOX_UID = 65_534;
/** A domain that is taken at first and has no mailboxes, and one whose mailboxes cannot be written to. */
export const NOBODY_THERE = 'nobody-there.example';
export const DISK_FULL = 'disk-full.example';

/**
 * A server on loopback that takes all mail, refuses what RFC 5321 does not allow, and delivers it, unless a route says
 * otherwise, into one Maildir.
 */
export function mainCf(options: PostfixOptions): string {
  const { folder, routes, policyPort, lifetime } = options;
  const ask = policyPort === undefined ? '' : `check_policy_service inet:127.0.0.1:${policyPort}`;
  const table = Object.entries(routes).map(([domain, hop]) => `{${domain} = ${hop}}`);
  return inLines({
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    maillog_file: join(folder, 'log'),
    maillog_file_prefixes: folder,
    myhostname: 'mx.example.net',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mynetworks: '127.0.0.0/8',
    mydestination: '',
    // Nothing of the machine: no users, no aliases, no names looked up.
    alias_maps: '',
    local_recipient_maps: '',
    smtpd_peername_lookup: 'no',
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    smtpd_delay_reject: 'no',
    smtpd_sender_restrictions: ask,
    smtpd_recipient_restrictions: ask,
    smtpd_end_of_data_restrictions: ask,
    // As Debian's own settings have it: STARTTLS, with a certificate that it has made itself.
    smtpd_tls_security_level: 'may',
    smtpd_tls_received_header: 'yes',
    smtpd_tls_cert_file: join(folder, 'certificate'),
    smtpd_tls_key_file: join(folder, 'key'),
    strict_rfc821_envelopes: 'yes',
    smtpd_forbid_bare_newline: 'reject',
    smtpd_forbid_unauth_pipelining: 'yes',
    smtpd_error_sleep_time: '0',
    // A refused test is not an attack.
    smtpd_soft_error_limit: '1000',
    smtpd_hard_error_limit: '1000',
    smtpd_client_connection_count_limit: '0',
    virtual_mailbox_domains: '',
    default_transport: 'virtual',
    transport_maps: table.length === 0 ? '' : `inline:{ ${table.join(', ')} }`,
    virtual_mailbox_base: join(folder, 'mail'),
    virtual_mailbox_maps: `regexp:${join(folder, 'mailboxes')}`,
    virtual_uid_maps: `static:${MAILBOX_UID}`,
    virtual_gid_maps: `static:${MAILBOX_UID}`,
    maximal_queue_lifetime: `${lifetime}s`,
    bounce_queue_lifetime: `${lifetime}s`,
    delay_warning_time: '1s',
    minimal_backoff_time: '1s',
    maximal_backoff_time: '1s',
    queue_run_delay: '1s',
    // A next hop that was away is asked again at once.
    transport_retry_time: '1s',
    smtp_connect_timeout: '5s',
    ...options.settings,
  });
}

/** Everybody has the same mailbox, so that mail can be read in the order in which it came. */
export const mailboxes = [
  `/@${DISK_FULL.replaceAll('.', '\\.')}$/ full/`,
  `!/@${NOBODY_THERE.replaceAll('.', '\\.')}$/ all/`,
  '',
].join('\n');

function inLines(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');
}

/** The processes that take, queue and hand on, without a chroot, which would need files of the system copied. */
export function masterCf({ port }: PostfixOptions): string {
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'smtp unix - - n - - smtp',
    'lmtp unix - - n - - lmtp',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'showq unix n - n - - showq',
    'postlog unix-dgram n - n - 1 postlogd',
    '',
  ].join('\n');
}
