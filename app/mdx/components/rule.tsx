import type { ReactNode } from 'react';
import type { CompiledRule } from '../compiled-document.ts';
import { useLabels } from './surroundings.tsx';

interface RuleProps {
  id: string;
  check: CompiledRule['check'];
  severity: CompiledRule['severity'];
  children?: ReactNode;
}

export function Rule({ id, check, severity, children }: RuleProps) {
  const label = useLabels();
  return (
    <div className={`rule rule-${severity}`} id={`rule-${id}`}>
      <p className="rule-title">{label('rule.title', { id })}</p>
      {children}
      <dl className="rule-facts">
        <dt>{label('rule.check')}</dt>
        <dd>{label(`rule.${check}`)}</dd>
        <dt>{label('rule.severity')}</dt>
        <dd>{label(`rule.${severity}`)}</dd>
      </dl>
    </div>
  );
}
