/** Ways to say "somebody was careless": what a person did is where the questions start, not where they end. */
const blaming = [
  /thiếu (chú ý|tập trung|cẩn thận|trách nhiệm|ý thức)/u,
  /(không|chưa) (chú ý|cẩn thận|tập trung|kỹ)/u,
  /sơ suất|bất cẩn|cẩu thả|chủ quan|lơ là|quên|nhầm lẫn|lỗi (của )?(cán bộ|công chức|nhân viên|cá nhân)/u,
  /careless|inattentive|negligen|forgot|human error|lack of (attention|care)/u,
];

/** True when a root cause names a person's failing instead of what in the system let it happen. */
export function blamesAPerson(rootCause: string): boolean {
  const words = rootCause.normalize('NFC').toLowerCase();
  return blaming.some((pattern) => pattern.test(words));
}
