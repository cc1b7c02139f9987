const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
} as const;

export type FileEnding = keyof typeof types;

/** Finished bytes under a name: a PDF opens in the browser, everything else is kept. */
export function sentFile(bytes: Uint8Array, name: string, ending: FileEnding): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': types[ending],
      'Content-Length': String(bytes.length),
      'Content-Disposition': `${ending === 'pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
