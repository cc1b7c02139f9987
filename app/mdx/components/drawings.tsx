import type { ComponentType } from 'react';
import { Fee, FormRef, LegalBasis } from './mentions.tsx';
import {
  Abbreviation,
  AbbreviationTable,
  Dossier,
  Field,
  FieldTable,
  Paper,
  RecordRow,
  RecordTable,
} from './rows.tsx';
import { Rule } from './rule.tsx';
import { Step } from './step-row.tsx';
import { Steps } from './steps.tsx';
import { MarkdownLink, MarkdownTable, Note, Section } from './structure.tsx';

const nothing = () => null;

/** How each component of the profile is drawn, by the renderer without evaluation and by the bundler alike. */
export const drawings = {
  Section,
  Steps,
  // Cases and times are drawn by the step table itself.
  Case: nothing,
  Time: nothing,
  Step,
  Dossier,
  Paper,
  RecordTable,
  Record: RecordRow,
  Rule,
  FieldTable,
  Field,
  AbbreviationTable,
  Abbreviation,
  Note,
  Fee,
  LegalBasis,
  FormRef,
  table: MarkdownTable,
  a: MarkdownLink,
  // Attributes are literal strings the guard has checked against the profile; each component names its own.
} as unknown as Record<string, ComponentType<Record<string, unknown>>>;
