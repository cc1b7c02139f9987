import type { FrontMatter } from '#app/mdx/compiled-document.ts';

/** What a draft's row takes from its text; kept as it was while the front matter cannot be read. */
export interface DraftHeading {
  kind: string;
  title_vi: string;
  title_en: string | null;
  field: string | null;
  is_public: number;
  confidentiality: string;
  review_interval: string;
  language: string;
}

export function headingOf(frontMatter: FrontMatter): DraftHeading {
  return {
    kind: frontMatter.kind,
    title_vi: frontMatter.title.vi,
    title_en: frontMatter.title.en,
    field: frontMatter.field,
    is_public: frontMatter.isPublic ? 1 : 0,
    confidentiality: frontMatter.confidentiality,
    review_interval: frontMatter.review,
    language: frontMatter.language,
  };
}
