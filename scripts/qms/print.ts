/** What a verb found, for people: a line a row, values apart; JSON where `--json` asks for it. */
export function print(value: unknown, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${inWords(value)}\n`);
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(line).join('\n');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, item]) =>
        Array.isArray(item)
          ? `${name}:\n${item.map((one) => `  ${line(one)}`).join('\n')}`
          : `${name}: ${line(item)}`,
      )
      .join('\n');
  }
  return String(value);
}

function line(value: unknown): string {
  if (typeof value !== 'object' || value === null) return value === null ? '–' : String(value);
  if (Array.isArray(value)) return value.map(line).join(', ');
  return Object.values(value).map(line).join(' · ');
}
