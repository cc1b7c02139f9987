import { Form } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import { FileField, TextArea } from '#app/ui/form-field.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { staffImportPath } from '../paths.ts';
import { staffColumns } from '../staff-columns.ts';

const example = [
  'Mã cán bộ,Họ và tên,E-mail,Mã vị trí,Từ ngày,Đến ngày,Quyết định',
  'can-bo-01,Nguyễn Văn Mẫu,,cv-tu-phap-ho-tich,01/07/2025,,12/QĐ-UBND',
].join('\n');

export function StaffImportForm({ text }: { text?: string }) {
  const t = useT();
  return (
    <Panel title={t('organization.import.file')}>
      <div className="narrow">
        <p>{t('organization.import.columns')}</p>
        <ul>
          {staffColumns.map((column) => (
            <li key={column}>{t(`organization.import.column.${column}`)}</li>
          ))}
        </ul>
        <pre lang="vi">{example}</pre>
        <Form method="post" action={staffImportPath} encType="multipart/form-data">
          <FileField name="file" label={t('organization.import.choose-file')} accept=".csv,.txt,text/csv" />
          <TextArea name="text" label={t('organization.import.or-paste')} rows={8} source value={text} />
          <Actions>
            <Button>{t('organization.import.look')}</Button>
          </Actions>
        </Form>
      </div>
    </Panel>
  );
}
