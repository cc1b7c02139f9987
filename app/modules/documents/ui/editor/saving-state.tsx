import { useT } from '#app/i18n/reader.tsx';
import type { FormState } from '#app/ui/form-field.tsx';
import { InstantText } from '#app/ui/moment.tsx';

/** Whether what was typed is saved, said also to those who do not see it. */
export function SavingState(props: {
  busy: boolean;
  failed: boolean;
  saved: { at: string } | null;
  mistakes: FormState;
}) {
  const { busy, failed, saved, mistakes } = props;
  const t = useT();
  const wrong = Object.keys(mistakes?.errors ?? {}).length;
  return (
    <p className="saving-state" role="status">
      {busy ? t('editor.saving') : null}
      {!busy && failed ? t('editor.failed') : null}
      {!busy && !failed && saved ? (
        <>
          {t('editor.saved-at')} <InstantText at={saved.at} />
        </>
      ) : null}
      {!busy && mistakes?.refusal ? t(mistakes.refusal.code, mistakes.refusal.details) : null}
      {!busy && wrong > 0 ? ` ${t('editor.not-yet', { count: wrong })}` : null}
    </p>
  );
}
