import { NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';

export interface Tab {
  to: string;
  label: ReactNode;
  /** How many things wait behind it, if that helps to choose. */
  count?: number;
  /** Only this very address, not the ones below it. */
  end?: boolean;
}

/** Sides of one thing, each with an address of its own. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end={tab.end ?? false}>
              {tab.label}
              {tab.count === undefined ? null : <span className="count">{tab.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
