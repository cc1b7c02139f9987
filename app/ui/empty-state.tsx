import type { ReactNode } from 'react';

/** Says why nothing is here and what to do about it; never a bare "no data". */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <div>{children}</div> : null}
    </div>
  );
}
