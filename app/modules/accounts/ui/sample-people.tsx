import { Form } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';

interface SamplePerson {
  id: string;
  name: string;
  login: string;
  positions: string[];
  roles: string[];
}

/** The people of the sample ward: one click signs in as each. */
export function SamplePeople({ people, to }: { people: readonly SamplePerson[]; to: string }) {
  const t = useT();
  return (
    <DataTable
      caption={t('accounts.sample.caption')}
      rows={people}
      rowKey={(person) => person.id}
      columns={[
        {
          key: 'name',
          label: t('accounts.field.display-name'),
          main: true,
          cell: (person) => <span lang="vi">{person.name}</span>,
        },
        {
          key: 'position',
          label: t('accounts.field.position'),
          cell: (person) => <span lang="vi">{person.positions.join(', ')}</span>,
        },
        {
          key: 'roles',
          label: t('accounts.field.roles'),
          cell: (person) => person.roles.map((role) => t(`accounts.role.${role}`)).join(', '),
        },
        {
          key: 'enter',
          label: t('accounts.sample.enter'),
          cell: (person) => (
            <Form method="post">
              <input type="hidden" name="to" value={to} />
              <Button kind="secondary" name="sample" value={person.id}>
                {t('accounts.sample.enter-as', { name: person.name })}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}
