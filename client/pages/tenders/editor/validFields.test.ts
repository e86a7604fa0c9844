import { expect, test } from '@jest/globals';
import { emptyTender } from '@cobid/domain/tender/schema.ts';
import { fieldIssues, validFields } from './validFields.ts';

test('a field that would be refused does not keep the others from being saved', () => {
  expect(validFields({ title: 'Tram', city: 'x'.repeat(200) })).toEqual({ title: 'Tram' });
  expect(validFields({ title: 'Tram', city: 'Bilbao' })).toEqual({ title: 'Tram', city: 'Bilbao' });
});

test('what can not be saved is named by its pointer', () => {
  expect(fieldIssues(emptyTender)).toEqual([]);
  expect(fieldIssues({ ...emptyTender, cpv: ['123'] })).toEqual([
    { pointer: '/cpv/0', message: 'is eight digits' },
  ]);
});
