/** The tests of signatures and of their evidence once more, with every byte of the fixture and hundreds of changed bits. */
import './evidence.test.ts';
import './local.test.ts';

test('many bits were changed', () => expect(process.env.EXHAUSTIVE).toBeTruthy());
