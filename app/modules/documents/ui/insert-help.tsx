import { useT } from '#app/i18n/reader.tsx';

/** One example of every component a text may hold, to be copied. Names and attributes are those of the profile. */
const examples = [
  ['section', '<Section id="muc-dich" title="Mục đích">\n\n…\n\n</Section>'],
  [
    'steps',
    '<Steps>\n  <Case id="thuong" title="Thông thường" limit="3wd" />\n\n  <Step id="tiep-nhan" title="Tiếp nhận hồ sơ" responsible="tiep-nhan" accountable="giam-doc-ttpvhcc" decides="tiep-nhan" form="Mau-01" result="Giấy tiếp nhận" record="ho-so">\n    <Time case="thuong" within="4h" />\n\n    …\n  </Step>\n</Steps>',
  ],
  ['dossier', '<Dossier>\n  <Paper name="Tờ khai" kind="submit" original="1" />\n</Dossier>'],
  ['legal', '<LegalBasis ref="nd-123-2015" />'],
  ['form', '<FormRef code="BM-TP-01-01" />'],
  ['fee', '<Fee item="ban-sao-trich-luc" />'],
  ['record', '<Record id="ho-so" name="Hồ sơ" from="dossier" keeper="van-thu" retention="P5Y" />'],
  ['abbreviation', '<Abbreviation short="TTHC" long="Thủ tục hành chính" />'],
  ['note', '<Note kind="note">\n\n…\n\n</Note>'],
  ['field', '<Field id="ho-ten" label="Họ và tên" type="text" required="yes" />'],
  ['rule', '<Rule id="C01" check="observe" severity="remind">\n\n…\n\n</Rule>'],
] as const;

export function InsertHelp({ roles }: { roles: readonly { key: string; name: string }[] }) {
  const t = useT();
  return (
    <details className="insert-help">
      <summary>{t('documents.help.title')}</summary>
      <p>{t('documents.help.lead')}</p>
      <dl>
        {examples.map(([key, text]) => (
          <div key={key}>
            <dt>{t(`documents.help.${key}`)}</dt>
            <dd>
              <pre>{text}</pre>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('documents.help.roles')}</p>
      <ul>
        {roles.map((role) => (
          <li key={role.key}>
            <code>{role.key}</code> {role.name}
          </li>
        ))}
      </ul>
    </details>
  );
}
