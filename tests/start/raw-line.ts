import { connect, type Socket } from 'node:net';

/** A connection that says exactly what it is told, byte by byte. */
export class RawLine {
  heard = '';
  closed = false;
  private readonly socket: Socket;
  readonly ended: Promise<void>;

  constructor(url: string) {
    this.socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
    this.socket.on('data', (part: Buffer) => {
      this.heard += part.toString('latin1');
    });
    this.ended = new Promise((resolve) => {
      const end = () => {
        this.closed = true;
        this.socket.destroy();
        resolve();
      };
      this.socket.on('end', end);
      // What the other side cuts off is an answer too.
      this.socket.on('error', end);
      this.socket.on('close', end);
    });
  }

  /** Resolves when the bytes have left, or the line is dead. */
  say(bytes: string | Buffer): Promise<void> {
    return new Promise((resolve) => {
      if (this.closed) return resolve();
      this.ended.then(resolve);
      this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, () => resolve());
    });
  }

  /** Nothing more is said; the answer is still listened to. */
  finish(): void {
    this.socket.end();
  }

  cut(): void {
    this.socket.destroy();
  }

  /** Status codes of the answers so far, in their order. */
  get statuses(): number[] {
    return [...this.heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
  }
}

/** Says it all, then waits until the server hangs up. Whoever is not hung up on is told after `within` ms. */
export async function sayAll(url: string, bytes: string | Buffer, within = 8_000): Promise<RawLine> {
  const line = new RawLine(url);
  await line.say(bytes);
  const patience = setTimeout(() => line.cut(), within);
  await line.ended;
  clearTimeout(patience);
  return line;
}
