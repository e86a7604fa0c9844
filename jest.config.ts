/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

export const shared: Config = {
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

function project(displayName: string, folders: string[], more: Config = {}): Config {
  return { ...shared, displayName, roots: folders.map((folder) => `<rootDir>/${folder}`), ...more };
}

const config: Config = {
  projects: [
    // What needs no store starts none.
    project('alone', ['domain', 'client', 'embedded']),
    project('served', ['platform', 'api', 'worker', 'testing', 'scripts'], {
      globalSetup: '<rootDir>/testing/jestGlobalSetup.mjs',
      globalTeardown: '<rootDir>/testing/jestGlobalTeardown.mjs',
      setupFiles: ['<rootDir>/testing/jestWorker.ts'],
      // Those that need a postfix: `npm run test:postfix`.
      testPathIgnorePatterns: [
        '/node_modules/',
        ...(process.env['COBID_TEST_MTA'] === 'postfix' ? [] : ['<rootDir>/testing/postfix/']),
      ],
    }),
  ],
  reporters: ['default', '<rootDir>/testing/reporter.mjs'],
  maxWorkers: '100%',
  testTimeout: 30_000,
};

export default config;
