import { useT } from '#app/i18n/reader.tsx';
import { InstantText } from '#app/ui/moment.tsx';
import { Stamp } from '#app/ui/stamp.tsx';

export interface ShownSignature {
  step: string;
  officer_name: string;
  position_name: string;
  prefix: string;
  signed_at: string;
  content_sha256: string;
  recorded_afterwards: number;
}

const steps = ['drafted', 'reviewed', 'approved'] as const;

/** Soạn thảo – xem xét – phê duyệt, as on the cover; a place that waits says so. */
export function SignOff({ signatures }: { signatures: readonly ShownSignature[] }) {
  const t = useT();
  return (
    <ol className="sign-off">
      {steps.map((step) => {
        const given = signatures.filter((signature) => signature.step === step);
        return (
          <li key={step}>
            <p className="sign-off-step">{t(`documents.signature.step.${step}`)}</p>
            {given.length === 0 ? <p className="quiet">{t('documents.signature.none')}</p> : null}
            {given.map((signature) => (
              <Signature key={`${signature.officer_name} ${signature.signed_at}`} signature={signature} />
            ))}
          </li>
        );
      })}
    </ol>
  );
}

function Signature({ signature }: { signature: ShownSignature }) {
  const t = useT();
  const { officer_name, position_name, prefix, signed_at, content_sha256, recorded_afterwards } = signature;
  return (
    <p lang="vi">
      <strong>{officer_name}</strong>
      <span className="quiet">{[prefix, position_name].filter(Boolean).join(' ')}</span>
      {recorded_afterwards ? (
        <Stamp kind="adopted" />
      ) : (
        <span className="quiet">
          <InstantText at={signed_at} />{' '}
          <abbr title={content_sha256}>
            {t('documents.signature.hash', { hash: content_sha256.slice(0, 8) })}
          </abbr>
        </span>
      )}
    </p>
  );
}
