import { useT } from '#app/i18n/reader.tsx';
import { choicesOf, takenApart } from '../../editor/spans-of-time.ts';
import { Cell, type CellProps } from './fields.tsx';
import { useTyped, useWiring } from './form-facts.tsx';

/** An amount and its unit. */
export function SpanCell(
  props: CellProps & { kind: 'limit' | 'within' | 'retention'; value: string; counted?: string },
) {
  const { name, kind, value, label, hint, counted } = props;
  const t = useT();
  const offered = takenApart(kind, value);
  const [amount = '', choice = '', count = ''] = useTyped(name, [...offered, counted ?? '']);
  const wiring = useWiring(name, hint);
  return (
    <Cell {...props}>
      <span className="span-of-time">
        <input
          id={`field-${name}`}
          {...wiring}
          type="text"
          autoComplete="off"
          defaultValue={amount}
          size={kind === 'retention' ? 14 : 5}
        />
        <select name={name} defaultValue={choice} aria-label={t('editor.unit-of', { label })}>
          {choicesOf(kind).map((one) => (
            <option key={one} value={one}>
              {t(`editor.span.${kind}.${one}`)}
            </option>
          ))}
        </select>
        {counted === undefined ? null : <Counted name={name} value={count} label={label} />}
      </span>
    </Cell>
  );
}

export function Counted({ name, value, label }: { name: string; value: string; label: string }) {
  const t = useT();
  const [typed = ''] = useTyped(name, [value]);
  return (
    <select
      name={name}
      defaultValue={typed === 'no' ? 'no' : ''}
      aria-label={t('editor.counted-of', { label })}
    >
      <option value="">{t('editor.counted.yes')}</option>
      <option value="no">{t('editor.counted.no')}</option>
    </select>
  );
}
