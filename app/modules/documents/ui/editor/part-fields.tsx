import { useT } from '#app/i18n/reader.tsx';
import { FindingList, type ShownFinding } from '#app/ui/finding-list.tsx';
import type { FormPart } from '../../editor/part-of-finding.ts';
import { useFacts } from './form-facts.tsx';
import { HeadPart } from './head-part.tsx';
import { ReferencesPart } from './references-part.tsx';
import { findingsAt } from './row-frame.tsx';
import { listOfPart, RowsPart } from './rows-part.tsx';
import { SectionsPart } from './sections-part.tsx';
import { StepsPart } from './steps-part.tsx';

/** The fields of one part, below what is wrong with the part as a whole. */
export function PartFields(props: {
  part: FormPart;
  findings: readonly ShownFinding[];
  previous: readonly string[];
}) {
  const { part, findings, previous } = props;
  const t = useT();
  const { view } = useFacts();
  const whole = findingsAt(view, findings, part, null);
  const list = listOfPart[part];
  return (
    <>
      <h2>{t(`editor.part.${part}`)}</h2>
      {whole.length > 0 ? <FindingList findings={whole} /> : null}
      {part === 'head' ? <HeadPart /> : null}
      {part === 'sections' ? <SectionsPart findings={findings} /> : null}
      {part === 'references' ? <ReferencesPart findings={findings} /> : null}
      {part === 'steps' ? <StepsPart findings={findings} previous={previous} /> : null}
      {list ? <RowsPart part={part} name={list} findings={findings} /> : null}
    </>
  );
}
