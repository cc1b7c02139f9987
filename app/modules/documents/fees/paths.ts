export const feesPath = '/fees';
export const newFeePath = `${feesPath}/new`;

export function feePath(item: string): string {
  return `${feesPath}/of/${encodeURIComponent(item)}`;
}
