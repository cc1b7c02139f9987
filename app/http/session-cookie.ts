import { cookieValue } from '#app/i18n/locale.ts';

/** `__Host-` binds the cookie to this very host, but browsers take it over https only. */
function nameOf(secure: boolean): string {
  return secure ? '__Host-session' : 'session';
}

/** The session token a browser shows, or null; anything that cannot be one of ours is null. */
export function sessionToken(cookieHeader: string | null, secure: boolean): string | null {
  const token = cookieValue(cookieHeader, nameOf(secure));
  return token && /^[\w-]{43}$/.test(token) ? token : null;
}

/** `Set-Cookie` that hands the browser its token. The database decides when it ends; the browser forgets it at closing. */
export function sessionCookie(token: string, secure: boolean): string {
  return `${nameOf(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** `Set-Cookie` that takes the token back. */
export function endedSessionCookie(secure: boolean): string {
  return `${nameOf(secure)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`;
}
