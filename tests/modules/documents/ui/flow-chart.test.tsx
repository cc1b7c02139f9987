import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FlowChart } from '#app/modules/documents/ui/flow-chart.tsx';

const steps = [
  {
    id: 'tiep-nhan',
    title: 'Tiếp nhận',
    lane: 'a',
    laneTitle: 'Công chức tiếp nhận',
    time: '1 giờ',
    decides: false,
    next: [],
  },
  {
    id: 'ky',
    title: 'Ký',
    lane: 'b',
    laneTitle: 'Lãnh đạo',
    time: null,
    decides: false,
    next: ['end', 'tiep-nhan'],
  },
];
const words = { title: 'Lưu đồ: Đăng ký khai sinh', start: 'Bắt đầu', end: 'Kết thúc' };

test('the flow chart on screen has a title and says its steps in order for those who do not see it', () => {
  const html = renderToStaticMarkup(<FlowChart steps={steps} words={words} />);
  expect(html).toContain('<figcaption');
  expect(html).toContain('aria-hidden="true"');
  expect(html).toMatch(
    /<ol class="flow-chart-list"><li><strong>Tiếp nhận<\/strong>.*Công chức tiếp nhận.*<strong>Ký<\/strong>.*Lãnh đạo/,
  );
  expect(html).toContain('<polygon');
});

test('a document without steps has no flow chart', () => {
  expect(renderToStaticMarkup(<FlowChart steps={[]} words={words} />)).toBe('');
});
