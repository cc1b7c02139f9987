import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';

interface ButtonProps {
  kind?: ButtonKind;
  children: ReactNode;
  name?: string;
  value?: string;
  form?: string;
  formAction?: string;
}

/** Submits the form it stands in. A button that only leads somewhere is a `ButtonLink`. */
export function Button({ kind = 'primary', children, ...rest }: ButtonProps) {
  return (
    <button type="submit" className={`button button-${kind}`} {...rest}>
      {children}
    </button>
  );
}

/** `download`: the address is a file (PDF, CSV), fetched by the browser and not by the page's own navigation. */
export function ButtonLink(props: {
  kind?: ButtonKind;
  to: string;
  children: ReactNode;
  download?: boolean;
}) {
  const { kind = 'secondary', to, children, download = false } = props;
  return (
    <Link to={to} className={`button button-${kind}`} reloadDocument={download}>
      {children}
    </Link>
  );
}

/** What can be done here, the main act first. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}
