import type { ReactNode } from 'react';

/** A part of a page with its own heading. */
export function Panel(props: { title: ReactNode; id?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel" id={props.id}>
      <div className="panel-head">
        <h2>{props.title}</h2>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}
