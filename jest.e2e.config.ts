/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';
import { shared } from './jest.config';

const config: Config = {
  ...shared,
  roots: ['<rootDir>/testing/e2e'],
  testMatch: ['**/*.e2e.ts'],
  globalSetup: '<rootDir>/testing/e2eGlobalSetup.mjs',
  globalTeardown: '<rootDir>/testing/jestGlobalTeardown.mjs',
  reporters: ['default', '<rootDir>/testing/reporter.mjs'],
  // Three journeys at a time: each waits for mails, pages and deadlines half of its time.
  maxWorkers: 3,
  testTimeout: 180_000,
};

export default config;
