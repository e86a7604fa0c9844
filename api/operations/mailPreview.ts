import express from 'express';
import type { Express } from 'express';

/** The mails bring their own styles; they run nothing, load nothing, and stand in frames of this page only. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'";

/** /api/docs/mails: every mail with sample facts in each language, as the build wrote them into `folder`. */
export function mountMailPreview(app: Express, folder: string): void {
  app.get('/api/docs/mails', (_request, response) => response.redirect('/api/docs/mails/en.html'));
  app.use(
    '/api/docs/mails',
    express.static(folder, {
      index: false,
      maxAge: 0,
      setHeaders: (response) => response.setHeader('Content-Security-Policy', POLICY),
    }),
  );
}
