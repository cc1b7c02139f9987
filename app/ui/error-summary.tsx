import { useEffect, useRef } from 'react';
import { useT } from '../i18n/reader.tsx';
import type { FormState } from './form-field.tsx';

/**
 * What to mend, above the form, each mistake a link to its field. `labels` names the fields as the form does. Shows the
 * field's refusal too (`attempt` in app/http/forms.ts).
 */
export function ErrorSummary({ form, labels }: { form: FormState; labels: Record<string, string> }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form) box.current?.focus();
  }, [form]);
  if (!form) return null;
  const wrong = Object.entries(form.errors).filter(([, keys]) => keys.length > 0);
  if (wrong.length === 0 && !form.refusal) return null;
  return (
    <div className="notice notice-refused" role="alert" tabIndex={-1} ref={box}>
      <p className="notice-title">{t(form.refusal ? 'ui.form.refused' : 'ui.form.mistakes')}</p>
      {form.refusal ? <p>{t(form.refusal.code, form.refusal.details)}</p> : null}
      {wrong.length > 0 ? (
        <ul>
          {wrong.map(([name, keys]) => (
            <li key={name}>
              {labels[name] ? <a href={`#field-${name}`}>{labels[name]}</a> : null}
              {labels[name] ? ': ' : ''}
              {keys.map((key) => t(key)).join(' ')}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
