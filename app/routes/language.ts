import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { choiceCookie } from '#app/http/choice-cookie.ts';
import { formOf } from '#app/http/forms.ts';
import { safeRedirectPath } from '#app/http/security.ts';
import { isLocale, languageCookie } from '#app/i18n/locale.ts';

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const lang = form.get('lang');
  const headers = new Headers();
  if (isLocale(lang))
    headers.append('Set-Cookie', choiceCookie(languageCookie, lang, context.services.env.secure));
  return redirect(safeRedirectPath(form.get('to')), { status: 303, headers });
}

export const loader = () => redirect('/');
