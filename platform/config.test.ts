import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig, settingNames } from './config.ts';

const least = {
  APP_URL: 'https://cobid.example.org/',
  MONGODB_URI: 'mongodb://127.0.0.1:27017/cobid',
  REDIS_URL: 'redis://127.0.0.1:6379',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  COBID_SECRET: 'x'.repeat(32),
};

describe('the settings', () => {
  test('have defaults where one can be given', () => {
    expect(readConfig(least)).toEqual({
      ...least,
      APP_URL: 'https://cobid.example.org',
      NODE_ENV: 'production',
      PORT: 3000,
      REDIS_PREFIX: 'cobid',
      MAIL_FROM: 'Cobid <cobid@localhost>',
      MATCHING_PARTITIONS: 1,
      DKIM_KEYS: [],
      OPERATOR_EMAILS: [],
      TRUST_PROXY: 0,
      LOG_LEVEL: 'info',
    });
  });

  test('read lists and numbers, and take an empty one as not set', () => {
    const config = readConfig({
      ...least,
      OPERATOR_EMAILS: ' Ana@example.org, ,bo@example.org',
      PORT: '80',
      INBOX_URL: '',
    });
    expect(config.OPERATOR_EMAILS).toEqual(['ana@example.org', 'bo@example.org']);
    expect(config.PORT).toBe(80);
    expect(config.INBOX_URL).toBeUndefined();
  });

  test('name each one that is missing or wrong, in a sentence', () => {
    const wrong = { ...least, MONGODB_URI: 'postgres://x', COBID_SECRET: 'short', REDIS_URL: undefined };
    expect(() => readConfig(wrong)).toThrow(
      /MONGODB_URI is not an address such as mongodb:.*\n.*REDIS_URL is not set.*\n.*COBID_SECRET needs at least 32 characters/,
    );
  });

  test.each([
    'http://cobid.example.org',
    'https://cobid.example.org/app',
    'ftp://localhost',
    'localhost:3000',
  ])('refuse the address %s', (address) => {
    expect(() => readConfig({ ...least, APP_URL: address })).toThrow(/APP_URL/);
  });

  test('never repeat a value that is wrong, as it may be a secret', () => {
    expect(() => readConfig({ ...least, COBID_SECRET: 'my-password' })).not.toThrow(/my-password/);
  });

  test('are all in .env.example, and nothing else is', async () => {
    const example = await readFile(join(import.meta.dirname, '..', '.env.example'), 'utf8');
    const named = Array.from(example.matchAll(/^([A-Z_]+)=/gm), ([, name]) => name);
    expect(new Set(named)).toEqual(new Set(settingNames));
  });
});
