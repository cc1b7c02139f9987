declare module 'subset-font' {
  /** Cuts a font down to the letters of `text` (HarfBuzz). Deterministic. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'truetype' | 'woff' | 'woff2' | 'sfnt'; noHinting?: boolean },
  ): Promise<Buffer>;
}

declare module 'pdfmake/js/qrEnc.js' {
  interface Square {
    x: number;
    y: number;
    w: number;
  }
  /** The first square is the paper, the others the dark modules row by row, each 5 wide. */
  const encoder: {
    default: { measure(node: { qr: string; eccLevel: 'L' | 'M' | 'Q' | 'H' }): { _canvas: Square[] } };
  };
  export default encoder;
}
