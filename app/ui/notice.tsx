import type { ReactNode } from 'react';

export type NoticeKind = 'information' | 'done' | 'warning' | 'refused';

/** A sentence that matters on this page now. `refused` and `warning` are read out at once. */
export function Notice(props: { kind?: NoticeKind; title?: ReactNode; children?: ReactNode }) {
  const { kind = 'information', title, children } = props;
  const urgent = kind === 'refused' || kind === 'warning';
  return (
    <div className={`notice notice-${kind}`} role={urgent ? 'alert' : 'status'}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children ? <div>{children}</div> : null}
    </div>
  );
}
