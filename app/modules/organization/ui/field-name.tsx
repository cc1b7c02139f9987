import { useT } from '#app/i18n/reader.tsx';

/** The name of a field of work; one that only this office uses is shown by its key. */
export function useFieldName(): (field: string) => string {
  const t = useT();
  return (field) => {
    const key = `organization.field-name.${field}`;
    const name = t(key);
    return name === key ? field : name;
  };
}
