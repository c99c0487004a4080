import { maskedIdentifier, maskedPhone } from './masking.ts';

test.each([
  [maskedIdentifier, '900101300007', '900101••••07'],
  [maskedIdentifier, '90010130000', '••••'],
  [maskedIdentifier, '900101300007\n900101300007', '••••'],
  [maskedPhone, '+77011234567', '+7701•••••67'],
  [maskedPhone, '+998901234567', '+9989••••••67'],
  [maskedPhone, '87011234567', '•••••'],
  [maskedPhone, '', '•••••'],
])('%p of %j is %j', (mask, given, shown) => {
  expect(mask(given)).toBe(shown);
});
