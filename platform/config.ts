import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

const url = (protocols: RegExp, example: string) =>
  z.url({
    protocol: protocols,
    error: ({ input }) => (input === undefined ? 'is not set' : `is not an address such as ${example}`),
  });

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== ''),
);

const isHere = (address: string) => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(address);

/** A key that signs mail (DKIM) and the name under which its public half is in the DNS. */
export interface DkimKey {
  selector: string;
  /** PKCS #8 in PEM. */
  privateKey: string;
}

const DKIM_FORM = 'is not of the form SELECTOR:KEY; `npm run dkim` makes one';

/** `selector:key`, the key an RSA private key as base64 of its PKCS #8; two of them separated by a comma. */
const dkimKeys = z.string().transform((text, context): DkimKey[] => {
  const keys = text.split(',').map((part) => readDkimKey(part.trim()));
  const read = keys.filter((key) => key !== null);
  if (read.length === keys.length && read.length <= 2) return read;
  context.addIssue(read.length > 2 ? 'may hold two keys at most' : DKIM_FORM);
  return z.NEVER;
});

function readDkimKey(text: string): DkimKey | null {
  const [selector = '', key = ''] = text.split(':');
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(selector)) return null;
  try {
    const read = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
    if (read.asymmetricKeyType !== 'rsa') return null;
    return { selector, privateKey: read.export({ format: 'pem', type: 'pkcs8' }).toString() };
  } catch {
    return null;
  }
}

/** Every setting, by the name of its environment variable. `.env.example` explains each. */
const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  APP_URL: url(/^https?$/, 'https://cobid.example.org')
    .transform((address) => address.replace(/\/+$/, ''))
    .refine((address) => new URL(address).origin === address, 'must not have a path')
    .refine(
      (address) => address.startsWith('https:') || isHere(address),
      'has to begin with https:// unless it is on this machine (localhost), because sign-in needs a secure connection',
    ),
  MONGODB_URI: url(/^mongodb(\+srv)?$/, 'mongodb://127.0.0.1:27017/cobid'),
  MONGODB_DATABASE: z.string().min(1).optional(),
  REDIS_URL: url(/^rediss?$/, 'redis://127.0.0.1:6379'),
  REDIS_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'may hold lower-case letters, digits and hyphens')
    .default('cobid'),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@mail.example.org:587'),
  MAIL_FROM: z.string().min(3).default('Cobid <cobid@localhost>'),
  SIGN_IN_SMTP_URL: url(/^smtps?$/, 'smtp://user:password@mail.example.org:587').optional(),
  SIGN_IN_MAIL_FROM: z.string().min(3).optional(),
  DKIM_KEYS: dkimKeys.default([]),
  INBOUND_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'is not a domain such as cobid.example.org')
    .max(190)
    .optional(),
  INBOUND_URL: url(/^(smtp|lmtp)$/, 'lmtp://127.0.0.1:2424').optional(),
  INBOUND_AUTHSERV_ID: z.string().toLowerCase().min(1).optional(),
  MAIL_PER_DOMAIN_PER_MINUTE: z.coerce
    .number({ error: 'is a number of mails, such as 100' })
    .int()
    .min(1)
    .optional(),
  MATCHING_PARTITIONS: z.coerce
    .number({ error: 'is the number of parts, such as 4' })
    .int()
    .min(1)
    .max(64)
    .default(1),
  INBOX_URL: url(/^https?$/, 'http://127.0.0.1:8025').optional(),
  COBID_SECRET: z
    .string()
    .min(32, 'needs at least 32 characters, for example from `openssl rand -base64 48`'),
  OPERATOR_EMAILS: list.default([]),
  METRICS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  TRUST_PROXY: z.coerce
    .number({ error: 'is the number of proxies in front, such as 1' })
    .int()
    .min(0)
    .max(10)
    .default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export type Config = Readonly<z.output<typeof environment>>;

/** Names of all settings, for the test that keeps `.env.example` complete. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/**
 * The configuration from environment variables; an empty one counts as not set. Throws one Error whose message
 * has a sentence for each setting that is missing or wrong.
 */
export function readConfig(variables: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => settingNames.includes(name) && value !== ''),
  );
  const parsed = environment.safeParse(given, {
    error: (issue) => (issue.input === undefined ? 'is not set' : undefined),
  });
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}.`);
  throw new Error(
    `The configuration is not complete:\n${sentences.join('\n')}\nSee .env.example for what each means.`,
  );
}
