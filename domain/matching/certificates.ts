import type { CoopProfile } from '../coop/schema.ts';

/** Whether the co-op holds the certificate today; one without an expiry stays live. */
export function holdsLive(
  profile: Pick<CoopProfile, 'certificates'>,
  certificate: string,
  now: Date,
): boolean {
  const today = now.toISOString().slice(0, 10);
  return profile.certificates.some(
    (held) => held.certificate === certificate && (held.expires === null || held.expires >= today),
  );
}
