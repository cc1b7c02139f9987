import { formatNumber } from '#app/i18n/day-format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { feesOn } from '../fees/fees.server.ts';
import { legalBasesNow } from '../legal/bases-now.server.ts';
import { basisStatusOn } from '../legal/basis-status.ts';
import { formsNamed } from './place-in-system.server.ts';
import { citedName, fillPage, formsLinked, type ServedNames, unlinkForms } from './served-page.ts';

/** The rows of an office that stored pages and printed copies name. Of several amounts the one valid on the day. */
export async function servedNames(
  db: Db,
  agencyId: string,
  language: Locale,
  day: Day,
): Promise<ServedNames> {
  const fees = await feesOn(db, agencyId, day);
  const bases = await db
    .selectFrom(legalBasesNow(db, agencyId).as('basis'))
    .select(['key', 'kind', 'number_sign', 'title', 'status', 'in_force_from', 'in_force_until'])
    .execute();
  return {
    fees: Object.fromEntries(fees.map((fee) => [fee.item, feeInWords(fee, language)])),
    legalBases: Object.fromEntries(
      bases.map((basis) => [
        basis.key,
        {
          name: citedName(basis.kind, basis.number_sign, language),
          title: basis.title,
          status: basisStatusOn(basis, day),
        },
      ]),
    ),
  };
}

function feeInWords(
  fee: { name_vi: string; name_en: string; amount: number | null; unit: string },
  language: Locale,
): string {
  const name = language === 'en' ? fee.name_en : fee.name_vi;
  if (fee.amount === null) return translate(language, 'documents.fee.by-province', { name });
  const amount = formatNumber(language, fee.amount);
  return translate(language, 'documents.fee.amount', { name, amount, unit: fee.unit });
}

/** A stored page as a reader sees it on a day: its markers filled, links only to what this reader may open. */
export async function servePage(
  db: Db,
  actor: Actor,
  html: string,
  revision: { language: string },
  day: Day,
): Promise<string> {
  authorize(actor, 'document.read-public');
  const language = revision.language === 'en' ? 'en' : 'vi';
  const filled = fillPage(html, await servedNames(db, actor.agencyId, language, day), language);
  if (may(actor, 'document.read')) return filled;
  const forms = await formsNamed(db, actor, formsLinked(filled), day);
  return unlinkForms(
    filled,
    new Set(forms.filter((form) => form.documentId !== null).map((form) => form.code)),
  );
}
