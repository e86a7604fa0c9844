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
  // Two journeys at a time; a third one makes all of them slower on two cores, as pages are painted without a GPU.
  maxWorkers: 2,
  testTimeout: 180_000,
};

export default config;
