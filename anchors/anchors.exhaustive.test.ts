/** The tests of the anchors once more, with a bucket of a real S3 server as the second place: building the server takes minutes where it was never built. */
import './anchors.test.ts';

test('the bucket was tried where there is Go', () => expect(process.env.EXHAUSTIVE).toBeTruthy());
