import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { officeOf } from '#app/http/office.server.ts';
import { fieldsOf, findFormInForce } from '#app/modules/records/form-fields.server.ts';
import { blankPaper } from '#app/modules/records/record-paper.ts';
import { filledFormSheet } from '#app/pdf/sheets/filled-form-sheet.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { pdfAnswer } from '../pdf-answer.ts';

/** The form in force with nothing in it, to be filled in by hand. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const { db } = services;
  const form = await findFormInForce(db, actor, { documentId: params.documentId ?? '' }, dayOf(now));
  if (!form) throw new NotFound();
  const office = await officeOf(db, actor.agencyId, dayOf(now));
  const paper = blankPaper(
    {
      code: form.code,
      title: (locale === 'en' && form.titleEn) || form.titleVi,
      issue: form.issue,
      fields: await fieldsOf(db, form.revisionId),
    },
    { locale, stamp: now, agency: office?.[locale] ?? '', statusUrl: null },
  );
  const name = (form.code ?? 'form').replace(/[^\w.-]+/g, '-');
  return pdfAnswer(await services.pdf.render(filledFormSheet(paper)), name);
}
