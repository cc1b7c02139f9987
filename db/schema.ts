import type { Kysely, Transaction } from 'kysely';
import type * as Acknowledgement from './schema/acknowledgement.ts';
import type { AdministrativeProcedureTable } from './schema/administrative-procedures.ts';
import type * as Audits from './schema/audits.ts';
import type * as Currency from './schema/currency.ts';
import type * as Control from './schema/document-control.ts';
import type * as Documents from './schema/documents.ts';
import type * as Foundation from './schema/foundation.ts';
import type * as Nonconformities from './schema/nonconformities.ts';
import type * as Organization from './schema/organization.ts';
import type * as Records from './schema/records.ts';

export type { Day, Instant, Json } from './schema/columns.ts';

/** Every table. Booleans are 0/1, days and instants are text, JSON is canonical text: alike on both databases. */
export interface Database {
  agency: Foundation.AgencyTable;
  account: Foundation.AccountTable;
  account_role: Foundation.AccountRoleTable;
  session: Foundation.SessionTable;
  sign_in_attempt: Foundation.SignInAttemptTable;
  invitation: Foundation.InvitationTable;
  file: Foundation.FileTable;
  journal_entry: Foundation.JournalEntryTable;
  journal_row: Foundation.JournalRowTable;
  journal_payload: Foundation.JournalPayloadTable;
  touched: Foundation.TouchedTable;
  outbox: Foundation.OutboxTable;
  operation: Foundation.OperationTable;
  holiday: Foundation.HolidayTable;
  schema_version: Foundation.SchemaVersionTable;

  unit: Organization.UnitTable;
  position: Organization.PositionTable;
  role: Organization.RoleTable;
  role_mapping: Organization.RoleMappingTable;
  officer: Organization.OfficerTable;
  appointment: Organization.AppointmentTable;
  appointment_end: Organization.AppointmentEndTable;
  delegation: Organization.DelegationTable;
  delegation_end: Organization.DelegationEndTable;
  delegation_use: Organization.DelegationUseTable;
  authority: Organization.AuthorityTable;

  document: Documents.DocumentTable;
  revision: Documents.RevisionTable;
  revision_author: Documents.RevisionAuthorTable;
  signature: Documents.SignatureTable;
  signature_void: Documents.SignatureVoidTable;
  revision_return: Documents.RevisionReturnTable;
  release: Documents.ReleaseTable;
  release_item: Documents.ReleaseItemTable;
  withdrawal: Documents.WithdrawalTable;
  section: Documents.SectionTable;
  step: Documents.StepTable;
  duty: Documents.DutyTable;
  mention: Documents.MentionTable;
  page: Documents.PageTable;
  form_field: Documents.FormFieldTable;
  culture_rule: Documents.CultureRuleTable;
  acknowledgement: Acknowledgement.AcknowledgementTable;
  release_terms: Acknowledgement.ReleaseTermsTable;
  awaiting_item: Acknowledgement.AwaitingItemTable;
  release_fulfilment: Acknowledgement.ReleaseFulfilmentTable;
  release_question: Acknowledgement.ReleaseQuestionTable;
  question_try: Acknowledgement.QuestionTryTable;
  periodic_review: Acknowledgement.PeriodicReviewTable;
  legal_basis: Documents.LegalBasisTable;
  fee: Documents.FeeTable;
  search_entry: Documents.SearchEntryTable;
  administrative_procedure: AdministrativeProcedureTable;
  administrative_procedure_change: Currency.AdministrativeProcedureChangeTable;
  administrative_procedure_line: Currency.AdministrativeProcedureLineTable;
  legal_basis_version: Currency.LegalBasisVersionTable;
  legal_basis_amendment: Currency.LegalBasisAmendmentTable;
  currency_fact: Currency.CurrencyFactTable;

  change_request: Control.ChangeRequestTable;
  change_request_move: Control.ChangeRequestMoveTable;
  change_request_opinion: Control.ChangeRequestOpinionTable;
  change_request_decision: Control.ChangeRequestDecisionTable;
  revision_comment: Control.RevisionCommentTable;
  comment_answer: Control.CommentAnswerTable;
  release_signing: Control.ReleaseSigningTable;

  filling: Records.FillingTable;
  filled_record: Records.FilledRecordTable;
  filled_record_version: Records.FilledRecordVersionTable;
  record_content: Records.RecordContentTable;
  record_event: Records.RecordEventTable;
  record_type_fact: Records.RecordTypeFactTable;
  disposal: Records.DisposalTable;
  disposal_item: Records.DisposalItemTable;
  disposal_decision: Records.DisposalDecisionTable;
  disposal_minute: Records.DisposalMinuteTable;
  controlled_copy: Records.ControlledCopyTable;
  controlled_copy_return: Records.ControlledCopyReturnTable;
  paper_settlement: Records.PaperSettlementTable;

  audit: Audits.AuditTable;
  audit_unit: Audits.AuditUnitTable;
  auditor: Audits.AuditorTable;
  audit_move: Audits.AuditMoveTable;
  checklist: Audits.ChecklistTable;
  checklist_item: Audits.ChecklistItemTable;
  checklist_answer: Audits.ChecklistAnswerTable;

  nonconformity: Nonconformities.NonconformityTable;
  nonconformity_entry: Nonconformities.NonconformityEntryTable;
  nonconformity_move: Nonconformities.NonconformityMoveTable;
  corrective_action: Nonconformities.CorrectiveActionTable;
  action_evidence: Nonconformities.ActionEvidenceTable;
}

export type TableName = keyof Database;
export type Db = Kysely<Database>;
export type Trx = Transaction<Database>;
