import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { failure } from './failure.ts';

/** The name under which a key is presented. */
export const userName = 'cobid';

const iterations = 15_000;

/** What the server keeps of a key: enough to check it, not to present it. */
export type Credentials = { salt: Buffer; storedKey: Buffer; serverKey: Buffer };

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Derives the credentials of a key (RFC 7677, SCRAM-SHA-256). */
export const credentialsOf = (key: string): Credentials => {
  const salt = randomBytes(24);
  const salted = pbkdf2Sync(key, salt, iterations, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest();
  return { salt, storedKey, serverKey: hmac(salted, 'Server Key') };
};

/** A conversation that proves the knowledge of the key. */
export type Conversation = { answer: string; finish(clientFinal: string): string };

const attributes = (message: string): Map<string, string> =>
  new Map(message.split(',').map((part) => [part.slice(0, 1), part.slice(2)]));

const refused = () => failure('AuthenticationFailed', 'Authentication failed.');

/** Begins with the client's first message; `finish` checks its proof and gives the server's. Throws code 18. */
export const beginScram = (
  { salt, storedKey, serverKey }: Credentials,
  clientFirst: string,
): Conversation => {
  const bare = clientFirst.replace(/^n,[^,]*,/, '');
  const first = attributes(bare);
  const nonce = `${first.get('r') ?? ''}${randomBytes(18).toString('base64')}`;
  const isKnown = first.get('n') === userName;
  const answer = `r=${nonce},s=${salt.toString('base64')},i=${iterations}`;
  return {
    answer,
    finish: (clientFinal) => {
      const final = attributes(clientFinal);
      const withoutProof = clientFinal.replace(/,p=[^,]*$/, '');
      const signed = `${bare},${answer},${withoutProof}`;
      const signature = hmac(storedKey, signed);
      const proof = Buffer.from(final.get('p') ?? '', 'base64');
      if (proof.length !== signature.length || final.get('r') !== nonce || !isKnown) throw refused();
      const clientKey = Buffer.from(proof.map((byte, i) => byte ^ (signature[i] ?? 0)));
      if (!timingSafeEqual(createHash('sha256').update(clientKey).digest(), storedKey)) throw refused();
      return `v=${hmac(serverKey, signed).toString('base64')}`;
    },
  };
};
