export const proceduresPath = '/administrative-procedures';
export const coveragePath = `${proceduresPath}/coverage`;
export const procedureImportPath = `${proceduresPath}/import`;
export const lineDecisionPath = `${proceduresPath}/line`;

export function procedurePath(code: string, side?: 'draft'): string {
  const path = `${proceduresPath}/of/${encodeURIComponent(code)}`;
  return side ? `${path}/${side}` : path;
}
