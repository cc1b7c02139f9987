import type { LoaderFunctionArgs } from '@remix-run/node';
import { stringify } from 'csv-stringify/sync';
import { translate } from '#app/i18n/translate.ts';
import { listDutyLines } from '#app/modules/responsibilities/duty-sheet.server.ts';
import { withinWords } from '#app/modules/responsibilities/ui/within-words.ts';
import { askedDay } from '../asked-day.ts';

const columns = [
  'organization.field.unit',
  'organization.field.position',
  'organization.holders',
  'responsibilities.document',
  'responsibilities.document-title',
  'responsibilities.step',
  'responsibilities.part',
  'responsibilities.time',
  'responsibilities.outcome',
] as const;

/** Who does what, as a table that spreadsheets open: no cell of it can become a formula. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale, services } = context;
  const actor = await context.actor();
  const day = askedDay(request, context.now);
  const unitId = new URL(request.url).searchParams.get('unit') ?? '';
  const t = (key: string, params?: Record<string, string | number>) => translate(locale, key, params);
  const lines = await listDutyLines(services.db, actor, day, unitId ? { unitId } : {});
  const rows = lines.map(({ position, duty }) => [
    locale === 'en' ? position.unitNameEn : position.unitNameVi,
    locale === 'en' ? position.nameEn : position.nameVi,
    position.holders.map((holder) => holder.officerName).join('; '),
    duty.code ?? '',
    (locale === 'en' && duty.titleEn) || duty.titleVi,
    `${duty.stepOrder}. ${duty.stepTitle}`,
    t(`mdx.letter.${duty.letter}`),
    duty.times.map((time) => `${time.caseTitle}: ${withinWords(t, locale, time.within)}`).join('; '),
    [duty.forms.join(', '), duty.result ?? ''].filter(Boolean).join(' – '),
  ]);
  const head = columns.map((column) => t(column));
  const text = stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="phan-cong-${day}.csv"`,
    },
  });
}
