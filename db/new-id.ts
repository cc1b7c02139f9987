import { randomBytes } from 'node:crypto';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** A random id of 20 letters (100 bits): nobody can guess the next one, and it fits into a URL. */
export function newId(): string {
  return Array.from(randomBytes(20), (byte) => letters[byte & 31]).join('');
}
