/** The page with the messages that would have been sent, latest first. */
export interface Message {
  id: string;
  to: string;
  text: string;
  segments: number;
  status: 'delivered' | 'undeliverable';
  at: string;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const row = ({ to, text, segments, status, at }: Message): string =>
  `<tr><td>${escaped(at.slice(0, 19).replace('T', ' '))}<td>${escaped(to)}<td>${escaped(text)}<td>${segments}<td>${status}`;

export const pageOf = (messages: Message[]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>SMS</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #ddd }
</style>
<h1>SMS</h1>
<p>Nothing leaves this machine. As JSON: <a href="/messages">/messages</a>, of one number <code>/messages?to=+7701…</code></p>
<table><tr><th>UTC<th>To<th>Text<th>Segments<th>Status${messages.map(row).join('\n')}</table>
</html>
`;
