import { segmentsOf } from '../../gateways/sms/segments.ts';
import { forbiddenWords } from '../../rules/words.ts';
import { codeText, PURPOSES } from './code-words.ts';

describe('the SMS with a code', () => {
  const texts = PURPOSES.flatMap((purpose) => (['kk', 'ru', 'en'] as const).map((language) => codeText('012345', purpose, language)));

  it('contains the code, fits one segment, and differs by purpose and language', () => {
    for (const text of texts) {
      expect(text).toContain('012345');
      expect([text, segmentsOf(text)]).toEqual([text, 1]);
      expect(forbiddenWords(text)).toEqual([]);
    }
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('warns against sharing the code (4.1.6)', () => {
    for (const text of texts) expect(text).toMatch(/ешкімге айтпаңыз|никому его не говорите|tell it to nobody/i);
  });
});
