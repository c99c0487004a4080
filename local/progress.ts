/** Prints one line. */
export function say(text: string): void {
  console.log(text);
}

/** Prints how long the work took, and every 15 seconds that it still runs. */
export async function during<T>(what: string, work: Promise<T>): Promise<T> {
  const began = Date.now();
  const timer = setInterval(() => say(`  ${what} ... ${elapsed(began)}`), 15_000);
  try {
    const result = await work;
    say(`  ${what}: ${elapsed(began)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/** Formats rows of text as lines with aligned columns. */
export function aligned(rows: string[][]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()).join('\n');
}

function elapsed(since: number): string {
  const seconds = (Date.now() - since) / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
