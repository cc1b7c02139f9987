import type { Rows } from './row.ts';

const [first, second] = ['Sông Nhuệ mùa nước lên 27', 'Bến đò chiều tháng chạp 31'];

/** The way in and out, the two choices of every page, and the accounts. */
export const accountRows: Rows = [
  [
    'routes/language',
    {
      by: 'citizen',
      at: () => '/public/documents',
      fill: {},
      press: 'English',
      writes: null,
      sees: 'lang=en',
    },
  ],
  [
    'routes/theme',
    {
      by: 'citizen',
      at: () => '/public/documents',
      fill: {},
      press: 'Tối',
      writes: null,
      sees: 'theme=dark',
    },
  ],
  [
    'routes/accounts/welcome',
    {
      by: 'citizen',
      at: async (ward) => `/welcome/${await ward.invitation('bach')}`,
      fill: { password: first, again: first },
      writes: 'account.password-set',
      sees: 'Lý Bích Loan',
      on: () => '/administration/accounts',
    },
  ],
  [
    'routes/accounts/sign-in',
    {
      by: 'citizen',
      at: () => '/sign-in',
      fill: { login: 'bach', password: first },
      writes: null,
      sees: 'Việc của tôi',
    },
  ],
  [
    'routes/accounts/account',
    {
      by: 'bach',
      fill: { current: first, password: second, again: second },
      writes: 'account.password-set',
      sees: 'Đặt mật khẩu',
      on: () => '/administration/journal',
    },
  ],
  ['routes/administration/overview', { by: 'bach', sees: 'Tài khoản' }],
  [
    'routes/administration/agency',
    {
      by: 'bach',
      fill: { legalGround: 'Quyết định 101/QĐ-UBND về áp dụng hệ thống' },
      writes: 'agency.changed',
      sees: 'Quyết định 101/QĐ-UBND về áp dụng hệ thống',
      on: () => '/administration/agency',
    },
  ],
  ['routes/administration/accounts', { by: 'bach', sees: 'Lý Bích Loan' }],
  [
    'routes/administration/new-account',
    {
      by: 'bach',
      fill: { login: 'khue', displayName: 'Kiều Minh Khuê (trực quầy)', roles: ['officer'] },
      writes: 'account.created',
      sees: 'Kiều Minh Khuê (trực quầy)',
    },
  ],
  [
    'routes/administration/account',
    {
      by: 'bach',
      fill: { roles: ['officer', 'unit-head'] },
      writes: 'account.role-granted',
      sees: '☑ unit-head',
      on: (ward) => ward.pathOf('routes/administration/account'),
    },
  ],
  ['routes/administration/account-invitation', { by: 'bach', fill: {}, writes: null, sees: '/welcome/' }],
  [
    'routes/administration/account-closure',
    {
      by: 'bach',
      fill: { reason: 'Chuyển công tác sang phường khác' },
      writes: 'account.disabled',
      sees: 'Đã đóng',
      on: () => '/administration/accounts',
    },
  ],
  ['routes/administration/journal', { by: 'bach', sees: 'Đóng tài khoản' }],
  [
    'routes/accounts/sign-out',
    { by: 'bach', at: () => '/my-work', fill: {}, writes: null, sees: 'Đăng nhập' },
  ],
];
