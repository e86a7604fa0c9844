import { expect, test } from '@jest/globals';
import { emptyTender, tenderContent } from '@cobid/domain/tender/schema.ts';
import { fieldIssues, validFields } from './validFields.ts';

const schema = tenderContent.partial();

test('a field that would be refused does not keep the others from being saved', () => {
  expect(validFields(schema, { title: 'Tram', city: 'x'.repeat(200) })).toEqual({ title: 'Tram' });
  expect(validFields(schema, { title: 'Tram', city: 'Bilbao' })).toEqual({ title: 'Tram', city: 'Bilbao' });
  expect(validFields(schema, { title: 'Tram', colour: 'red' })).toEqual({ title: 'Tram' });
});

test('what can not be saved is named by its pointer', () => {
  expect(fieldIssues(schema, emptyTender)).toEqual([]);
  expect(fieldIssues(schema, { ...emptyTender, cpv: ['123'] })).toEqual([
    { pointer: '/cpv/0', message: 'is eight digits' },
  ]);
});
