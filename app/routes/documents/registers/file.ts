import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { officeOf } from '#app/http/office.server.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import { translate } from '#app/i18n/translate.ts';
import { registersPath } from '#app/modules/documents/paths.ts';
import {
  isRegisterCode,
  type OfficeRegister,
  registerColumns,
} from '#app/modules/documents/register/office-register.ts';
import { officeRegister } from '#app/modules/documents/register/office-registers.server.ts';
import { registerCsv, registerWorkbook } from '#app/modules/documents/register/register-file.ts';
import { formIssueOn } from '#app/modules/nonconformities/form-issue.server.ts';
import { registerSheet } from '#app/pdf/sheets/register-sheet.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { askedDay } from '../../asked-day.ts';
import { type FileEnding, sentFile } from '../../sent-file.ts';

const number = 0.45;
const sharesOf = (register: OfficeRegister) => [
  number,
  ...registerColumns[register.code].map(([, share]) => share),
];

/** A register of the office on paper (`BM-01-02.pdf`) or as a table (`.xlsx`, `.csv`), as it stands on a day. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale, now, services } = args.context;
  const actor = await args.context.actor();
  authorize(actor, 'document.read');
  const [, code = '', ending = ''] = /^(BM-\d\d-\d\d)\.(pdf|xlsx|csv)$/.exec(args.params.file ?? '') ?? [];
  if (!isRegisterCode(code)) throw new NotFound();
  const day = askedDay(args.request, now);
  const register = await officeRegister({ db: services.db, actor, locale, day }, code);
  const name = `${code}-${day}.${ending}`;
  if (ending === 'csv') return sentFile(Buffer.from(registerCsv(register)), name, 'csv');
  if (ending === 'xlsx') return sentFile(await registerWorkbook(register, sharesOf(register)), name, 'xlsx');
  return sentFile(await onPaper(args, register, day), name, 'pdf' satisfies FileEnding);
}

async function onPaper({ context }: LoaderFunctionArgs, register: OfficeRegister, day: string) {
  const { locale, now, services } = context;
  const { agencyId } = await context.actor();
  const office = await officeOf(services.db, agencyId, dayOf(now));
  const shares = sharesOf(register);
  return services.pdf.render(
    registerSheet({
      locale,
      stamp: now,
      agency: office?.[locale] ?? '',
      title: translate(locale, `registers.name.${register.code}`),
      code: register.code,
      issue: await formIssueOn(services.db, agencyId, register.code, day),
      statusUrl: `${services.env.origin}${registersPath}`,
      note: translate(locale, 'registers.as-of', {
        day: formatDay(locale, day),
        total: register.rows.length,
      }),
      columns: register.columns.map((title, at) => ({ title, share: shares[at] ?? 1 })),
      rows: register.rows,
      emptyNote: translate(locale, 'registers.none'),
    }),
  );
}
