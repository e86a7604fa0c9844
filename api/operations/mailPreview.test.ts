import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { mountMailPreview } from './mailPreview.ts';

const folder = mkdtempSync(join(tmpdir(), 'cobid-mails-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the page of all mails may be styled, but runs nothing and stands in no other site', async () => {
  writeFileSync(join(folder, 'en.html'), '<title>Mails</title>');
  const app = express();
  mountMailPreview(app, folder);
  await supertest(app).get('/api/docs/mails').expect(302).expect('Location', '/api/docs/mails/en.html');
  const page = await supertest(app).get('/api/docs/mails/en.html').expect(200);
  expect(page.text).toContain('Mails');
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'/);
  expect(page.headers['content-security-policy']).toContain("frame-ancestors 'self'");
  await supertest(app).get('/api/docs/mails/../../package.json').expect(404);
});
