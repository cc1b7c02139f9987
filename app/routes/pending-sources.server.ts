import { pendingAudits } from '#app/modules/audits/pending.server.ts';
import { pendingRequests } from '#app/modules/documents/change-requests/pending.server.ts';
import { pendingComments } from '#app/modules/documents/comments/pending.server.ts';
import { pendingCurrency } from '#app/modules/documents/currency/pending.server.ts';
import { pendingDocuments } from '#app/modules/documents/pending.server.ts';
import { pendingNonconformities } from '#app/modules/nonconformities/pending.server.ts';
import type { PendingFor } from '#app/modules/responsibilities/pending.ts';

/** Every module that has something waiting for a person answers here; the order does not matter. */
export const pendingSources: readonly PendingFor[] = [
  pendingDocuments,
  pendingCurrency,
  pendingRequests,
  pendingComments,
  pendingNonconformities,
  pendingAudits,
];
