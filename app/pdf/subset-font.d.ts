declare module 'subset-font' {
  /** Cuts a font down to the letters of `text` (HarfBuzz). Deterministic. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'truetype' | 'woff' | 'woff2' | 'sfnt'; noHinting?: boolean },
  ): Promise<Buffer>;
}
