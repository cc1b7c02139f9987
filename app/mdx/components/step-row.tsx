import type { ReactNode } from 'react';
import type { CompiledStep } from '../compiled-document.ts';
import { keysIn } from '../text-tree.ts';
import { formAddress } from './mentions.tsx';
import { withinInWords } from './span-words.ts';
import { RoleName, useLabels, useSurroundings } from './surroundings.tsx';

/** One row of the step table; `number` and `cases` are written by `arrange`. */
export function Step(props: { id: string; number: string; cases?: string; children?: ReactNode }) {
  const { compiled } = useSurroundings();
  const step = compiled.steps.find((one) => one.id === props.id);
  if (!step) throw new Error('A step was drawn that its text does not hold.');
  const cases = keysIn(props.cases);
  return (
    <tr id={`step-${step.id}`}>
      <th scope="row" className="number">
        {props.number}
      </th>
      <td className="step-work">
        <p className="step-title">{step.title}</p>
        {props.children}
        <NextSteps step={step} />
      </td>
      <td>
        <Duties step={step} />
      </td>
      {cases.length === 0 && (
        <td>
          <StepTime step={step} caseId={null} />
        </td>
      )}
      {cases.map((caseId) => (
        <td key={caseId}>
          <StepTime step={step} caseId={caseId} />
        </td>
      ))}
      <td>
        <Outcome step={step} />
      </td>
    </tr>
  );
}

function Duties({ step }: { step: CompiledStep }) {
  const label = useLabels();
  if (step.duties.length === 0) return '–';
  return (
    <ul className="duties">
      {step.duties.map(({ role, letter }) => (
        <li key={`${letter} ${role}`} data-letter={letter}>
          <span className="letter">{label(`letter.${letter}`)}:</span> <RoleName role={role} />
        </li>
      ))}
    </ul>
  );
}

function StepTime({ step, caseId }: { step: CompiledStep; caseId: string | null }) {
  const label = useLabels();
  const { compiled } = useSurroundings();
  const times = step.times.filter((time) => caseId === null || time.case === caseId);
  if (times.length === 0) return '–';
  return times
    .map((time) => {
      const words = withinInWords(time.within, compiled.frontMatter.language);
      return time.counted ? words : `${words} (${label('time.not-counted')})`;
    })
    .join('; ');
}

function Outcome({ step }: { step: CompiledStep }) {
  const label = useLabels();
  if (step.result === null && step.forms.length === 0) return '–';
  return (
    <>
      {step.result !== null && <p className="step-result">{step.result}</p>}
      {step.forms.length > 0 && (
        <ul className="step-forms" aria-label={label('steps.forms')}>
          {step.forms.map((code) => (
            <li key={code}>
              <a className="form-ref" href={formAddress(code)}>
                {code}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Where the text says where it goes on; the plain next row needs no words. */
function NextSteps({ step }: { step: CompiledStep }) {
  const label = useLabels();
  const { compiled } = useSurroundings();
  if (step.next.length === 0) return null;
  return (
    <p className="step-next">
      {label('steps.next')}:{' '}
      {step.next.map((id, index) => {
        const next = compiled.steps.find((one) => one.id === id);
        const parting = index === 0 ? '' : '; ';
        if (id === 'end') return `${parting}${label('steps.end')}`;
        return (
          <span key={id}>
            {parting}
            {next ? <a href={`#step-${id}`}>{next.title}</a> : id}
          </span>
        );
      })}
    </p>
  );
}
