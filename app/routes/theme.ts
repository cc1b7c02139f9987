import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { choiceCookie } from '#app/http/choice-cookie.ts';
import { formOf } from '#app/http/forms.ts';
import { themeCookie } from '#app/http/request-context.ts';
import { safeRedirectPath } from '#app/http/security.ts';

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const theme = form.get('theme');
  const headers = new Headers();
  if (theme === 'light' || theme === 'dark' || theme === 'system') {
    headers.append('Set-Cookie', choiceCookie(themeCookie, theme, context.services.env.secure));
  }
  return redirect(safeRedirectPath(form.get('to')), { status: 303, headers });
}

export const loader = () => redirect('/');
