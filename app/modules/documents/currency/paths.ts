export const currencyPath = '/currency';
export const comingPath = '/legal-bases/coming';

export function currencyTaskPath(id: string): string {
  return `${currencyPath}/${encodeURIComponent(id)}`;
}
