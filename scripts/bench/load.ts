import autocannon from 'autocannon';

/** Requests answered in a second by `connections` readers that ask again at once. */
export async function requestsPerSecond(
  url: string,
  load: { connections: number; seconds: number; headers?: Record<string, string> },
): Promise<number> {
  const { connections, seconds, headers = {} } = load;
  const result = await autocannon({ url, connections, duration: seconds, headers });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${url}: ${failed} requests were not answered with a page.`);
  return result['2xx'] / result.duration;
}
