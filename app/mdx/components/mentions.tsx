/** Fees are rows of the agency; the page fills in the amount when it is served. */
export function Fee({ item }: { item: string }) {
  return (
    <span className="fee" data-fee={item}>
      {item}
    </span>
  );
}

/** The register of legal bases knows title and status; the page fills them in when it is served. */
export function LegalBasis({ basis }: { basis: string }) {
  return (
    <span className="legal-basis" data-legal={basis}>
      {basis}
    </span>
  );
}

export function FormRef({ code }: { code: string }) {
  return (
    <a className="form-ref" href={formAddress(code)}>
      {code}
    </a>
  );
}

export function formAddress(code: string): string {
  return `/documents/by-code/${encodeURIComponent(code)}`;
}
