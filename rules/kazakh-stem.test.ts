import { kazakhStem } from './kazakh-stem.ts';

describe('the stem of a Kazakh word', () => {
  test.each([
    ['үй', 'үйде үйден үйге үйдің үйлер үйлерден үйі үйінде үйімде үйіміз үйдегі үйлеріміздің'],
    ['қала', 'қала қалада қалаға қаласы қаласында қаласының қалалар қалаларда'],
    ['пәтер', 'пәтер пәтерді пәтерде пәтерлер пәтерлердің'],
    ['жөндеу', 'жөндеу жөндеуге жөндеуді'],
    ['тасымал', 'тасымал тасымалы тасымалға'],
    // Alike for all its forms, though it is no word.
    ['алма', 'алматы алматыда алматыдан алматының'],
    ['сантехник', 'сантехник сантехникке сантехниктер'],
  ])('is %s for %s', (stem, forms) => {
    for (const form of forms.split(' ')) expect([form, kazakhStem(form)]).toEqual([form, stem]);
  });

  test('leaves short words of another language, numbers and nothing alone', () => {
    for (const word of ['вода', 'суда', 'дом', 'piano', '123', 'ба', '']) expect(kazakhStem(word)).toBe(word);
  });
});
