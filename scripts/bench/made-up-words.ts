/** Texts that are spelled and spread like Vietnamese ones, the same for the same seed; they mean nothing. */
export interface WordMaker {
  below(limit: number): number;
  words(count: number): string;
}

const initials = 'b c ch d đ g gi h k kh l m n nh ng ph qu r s t th tr v x'.split(' ');
const nuclei =
  'a ă â e ê i o ô ơ u ư à á ả ã ạ ằ ắ ẳ ẵ ặ ầ ấ ẩ ẫ ậ è é ẻ ẹ ề ế ể ễ ệ ì í ỉ ị ò ó ỏ ọ ồ ố ổ ỗ ộ ờ ớ ở ỡ ợ ù ú ủ ụ ừ ứ ử ữ ự iê ươ uô'.split(
    ' ',
  );
const finals = ['', '', '', 'n', 'ng', 'nh', 'm', 'c', 't', 'p', 'i', 'o'];

/** A small generator of random numbers (mulberry32): the same file of documents for every run. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function vocabularyOf(random: () => number): string[] {
  const all = initials.flatMap((initial) =>
    nuclei.flatMap((nucleus) => [...new Set(finals)].map((final) => `${initial}${nucleus}${final}`)),
  );
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other] ?? '', all[at] ?? ''];
  }
  return all.slice(0, 6_000);
}

export function wordMaker(seed: number): WordMaker {
  const random = randomFrom(seed);
  const vocabulary = vocabularyOf(random);
  // A few words make most of a text (Zipf): equal chances on the logarithm of the rank.
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'và';
  return {
    below: (limit) => Math.floor(random() * limit),
    words: (count) => Array.from({ length: count }, word).join(' '),
  };
}
