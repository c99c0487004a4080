/**
 * What a program beside the tests answers to GET, as JSON. Each request has a connection of its own: while a test is busy the other end may close an idle
 * connection, and the next request on it would fail.
 */
export async function readFrom<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url, { headers: { Connection: 'close' } });
  return (await response.json()) as Answer;
}
