import type { Messages } from './catalog.ts';

/** All English messages, put together at build time: the browser downloads one language, as one file. */
const files = import.meta.glob<Messages>('../../content/messages/*.en.json', {
  eager: true,
  import: 'default',
});

export const messages: Messages = Object.assign({}, ...Object.values(files));
