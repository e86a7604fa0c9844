import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Config } from '@cobid/platform/config.ts';

/** The nonce that this reply's style elements carry; scripts come from our own files only. */
export function styleNonceOf(response: Response): string {
  const nonce: unknown = response.locals['styleNonce'];
  return typeof nonce === 'string' ? nonce : '';
}

/** Security headers for every reply: a strict content security policy among them. */
export function securityHeaders(config: Config): RequestHandler {
  const isSecure = config.APP_URL.startsWith('https:');
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOn(response)}'`],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    // Links in mails carry secrets in their path: nothing of it goes to other sites.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  return (request, response, next) => {
    response.locals['styleNonce'] = randomBytes(16).toString('base64');
    protect(request, response, next);
  };
}

/** helmet hands over Node's response, which Express has extended. */
function nonceOn(response: object): string {
  const locals: unknown = 'locals' in response ? response.locals : undefined;
  const nonce: unknown =
    typeof locals === 'object' && locals !== null && 'styleNonce' in locals ? locals.styleNonce : '';
  return String(nonce);
}
