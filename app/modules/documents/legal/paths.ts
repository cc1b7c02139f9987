import { legalBasesPath } from '../paths.ts';

export const newBasisPath = `${legalBasesPath}/new`;

export function basisPath(key: string, side?: 'change' | 'amendments/new'): string {
  const path = `${legalBasesPath}/of/${encodeURIComponent(key)}`;
  return side ? `${path}/${side}` : path;
}

export function retractionPath(key: string, amendmentId: string): string {
  return `${basisPath(key)}/amendments/${encodeURIComponent(amendmentId)}/retraction`;
}
