const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (all, name: string) => entities[name] ?? all);
}

function attributesOf(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g))
    found[name] = plain(value);
  return found;
}

/** What somebody would type into a field they must fill in. */
function typed(type: string, name: string): string {
  if (type === 'date') return '2026-12-01';
  if (type === 'number') return '1';
  if (type === 'email') return 'can-bo@example.vn';
  return /key|login|code/i.test(name) ? 'thu-nghiem' : 'Thử xem ai được làm việc này';
}

export interface FilledForm {
  action: string | null;
  fields: [string, string][];
  /** Names of the fields that take a file. */
  files: string[];
}

/**
 * Every form of a page that is sent by POST, filled in as it stands, with something plausible where a field is empty.
 * Reads only the HTML that our own screens write.
 */
export function filledForms(html: string): FilledForm[] {
  return [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', body = '']) => {
    const form = attributesOf(head);
    if (form.method?.toLowerCase() !== 'post') return [];
    return [{ action: form.action ?? null, fields: fieldsOf(body), files: fileNames(body) }];
  });
}

function fileNames(body: string): string[] {
  const inputs = [...body.matchAll(/<input([^>]*)>/g)].map(([, tag = '']) => attributesOf(tag));
  return inputs.flatMap(({ name, type }) => (type === 'file' && name ? [name] : []));
}

/** As the browser sends it: with a file of a few bytes where one is asked for. */
export function bodyOf({ fields, files }: Pick<FilledForm, 'fields' | 'files'>): URLSearchParams | FormData {
  if (files.length === 0) return new URLSearchParams(fields);
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  for (const name of files)
    body.append(name, new File(['%PDF-1.4 quyết định'], 'quyet-dinh.pdf', { type: 'application/pdf' }));
  return body;
}

function fieldsOf(body: string): [string, string][] {
  let fields: [string, string][] = [];
  const chosen = new Set<string>();
  for (const [, tag = ''] of body.matchAll(/<input([^>]*)>/g)) {
    const { name, type = 'text', value, checked } = attributesOf(tag);
    if (!name || type === 'file' || type === 'submit') continue;
    if (type === 'radio' || type === 'checkbox') {
      // The first of each name is ticked, unless the page ticked another: what we are asked to agree to is agreed to.
      if (checked === undefined && chosen.has(name)) continue;
      if (type === 'radio') fields = fields.filter(([known]) => known !== name);
      chosen.add(name);
      fields.push([name, value ?? 'on']);
    } else fields.push([name, value || typed(type, name)]);
  }
  for (const [, tag = '', text = ''] of body.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const { name } = attributesOf(tag);
    if (name) fields.push([name, plain(text).replace(/^\n/, '') || typed('text', name)]);
  }
  for (const [, tag = '', options = ''] of body.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const { name } = attributesOf(tag);
    const offered = [...options.matchAll(/<option([^>]*)>/g)].map(([, option = '']) => attributesOf(option));
    const option =
      offered.find((one) => 'selected' in one && one.value) ?? offered.find((one) => one.value) ?? offered[0];
    if (name) fields.push([name, option?.value ?? '']);
  }
  for (const [, tag = ''] of body.matchAll(/<button([^>]*)>/g)) {
    const { name, value } = attributesOf(tag);
    if (name && !fields.some(([known]) => known === name)) fields.push([name, value ?? '']);
  }
  return fields;
}
