/**
 * May a text link to this address? Judged on the decoded value, as a browser would read it:
 * https:, http:, mailto:, tel:, a path of this system or a place in this document.
 */
export function isAllowedAddress(address: string): boolean {
  if (address.length === 0 || address.length > 2_000) return false;
  // Anything a browser drops or rewrites before it reads the scheme: spaces, controls, backslashes.
  if (/[\p{Cc}\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\\]/u.test(address)) return false;
  if (address.startsWith('//')) return false;
  const scheme = /^([^/?#]*?):/.exec(address)?.[1];
  if (scheme === undefined) return true;
  switch (scheme.toLowerCase()) {
    case 'https':
    case 'http':
      return /^https?:\/\/[^/?#@]+(?:[/?#]|$)/i.test(address) && URL.canParse(address);
    case 'mailto':
      return /^mailto:[^/]+@[^/]+$/i.test(address);
    case 'tel':
      return /^tel:\+?[0-9().-]+$/i.test(address);
    default:
      return false;
  }
}
