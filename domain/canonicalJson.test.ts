import { expect, test } from '@jest/globals';
import { canonicalJson } from './canonicalJson.ts';

test('keys are sorted by UTF-16, numbers and strings as in RFC 8785', () => {
  expect(canonicalJson({ b: [1e21, 0.5, true, null], a: { '€': '\u20ac"\n', '\r': 1 }, c: undefined })).toBe(
    '{"a":{"\\r":1,"€":"€\\"\\n"},"b":[1e+21,0.5,true,null]}',
  );
});

test.each([[Number.NaN], ['\ud800'], [new Date(0)], [undefined], [[undefined]]])('%p is refused', (value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});
