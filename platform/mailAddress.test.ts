import { describe, expect, test } from '@jest/globals';
import { mailAddress, readMailAddress } from './mailAddress.ts';

const secret = 'a secret for tests alone, of no use elsewhere';
const deliveryId = '0123456789abcdef01234567';

describe('the address that a mail carries along', () => {
  test.each([0, 3, 12])('leads back to the mail and its item %d', (item) => {
    const address = mailAddress(secret, 'reply', { deliveryId, item }, 'cobid.example.org');
    expect(address).toMatch(/^reply\+[0-9a-f.-]+@cobid\.example\.org$/);
    expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(readMailAddress(secret, address)).toEqual({ use: 'reply', deliveryId, item });
    expect(readMailAddress(secret, address.toUpperCase())).toEqual({ use: 'reply', deliveryId, item });
  });

  test('can be made by nobody else, nor turned into another', () => {
    const address = mailAddress(secret, 'bounce', { deliveryId, item: 0 }, 'cobid.example.org');
    const other = mailAddress('another secret', 'bounce', { deliveryId, item: 0 }, 'cobid.example.org');
    for (const forged of [
      other,
      address.replace('bounce', 'reply'),
      address.replace(deliveryId, '0123456789abcdef01234568'),
      address.replace(`${deliveryId}-`, `${deliveryId}.1-`),
      'bounce+@cobid.example.org',
      'bounce@cobid.example.org',
      '',
    ]) {
      expect(readMailAddress(secret, forged)).toBeNull();
    }
  });
});
