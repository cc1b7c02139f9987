/** The next row nobody has answered, after this one and then from the start; null when there is none. */
export function nextUnanswered(
  rows: readonly { id: string; answer: unknown }[],
  after: string,
): string | null {
  const at = rows.findIndex((row) => row.id === after);
  const order = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return order.find((row) => row.answer === null && row.id !== after)?.id ?? null;
}
