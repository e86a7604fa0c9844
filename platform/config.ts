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
