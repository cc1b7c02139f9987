import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { printableLetters } from '#app/pdf/letters.ts';

const target = 'app/ui/public/fonts';

const faces = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
};

/** The document font for machines without a Times of their own, cut down to the letters we print. Made once. */
export async function makeWebFonts(): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const [name, file] of Object.entries(faces)) {
    const path = join(target, `tinos-${name}.woff2`);
    if (existsSync(path)) continue;
    const font = await readFile(join('node_modules', '@expo-google-fonts', 'tinos', file));
    await writeFile(path, await subsetFont(font, printableLetters, { targetFormat: 'woff2' }));
  }
}
