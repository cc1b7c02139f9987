import { get } from 'node:http';

export interface AskedPage {
  status: number;
  /** Name and value in turn, without what a server writes for the connection alone. */
  head: string[];
  body: Buffer;
}

const ofTheConnection = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

/** One request as autocannon sends them: no encoding is accepted. */
export function askPage(url: string, headers: Record<string, string> = {}): Promise<AskedPage> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const head = Object.entries(response.headersDistinct)
          .filter(([name]) => !ofTheConnection.has(name))
          .flatMap(([name, values]) => (values ?? []).flatMap((value) => [name, value]));
        resolve({ status: response.statusCode ?? 0, head, body: Buffer.concat(chunks) });
      });
    });
    request.on('error', reject);
  });
}
