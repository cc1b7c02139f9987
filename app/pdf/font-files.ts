import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { printableLetters } from './letters.ts';

const faces = {
  normal: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italics: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bolditalics: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** A folder name that changes when the letters do, so that an old cache is never used for new letters. */
export function fontFolderName(): string {
  return `tinos-${createHash('sha256').update(printableLetters).digest('hex').slice(0, 12)}`;
}

/** Cuts the four faces of Tinos down to the letters we print, once. Parsing the whole fonts costs 70 ms a document. */
export async function prepareFonts(folder: string): Promise<string> {
  const require = createRequire(import.meta.url);
  await mkdir(folder, { recursive: true });
  for (const [face, source] of Object.entries(faces)) {
    const target = join(folder, `${face}.ttf`);
    if (
      await access(target).then(
        () => true,
        () => false,
      )
    )
      continue;
    const whole = await readFile(require.resolve(`@expo-google-fonts/tinos/${source}`));
    const cut = await subsetFont(whole, printableLetters, { targetFormat: 'truetype', noHinting: true });
    const unfinished = `${target}.${process.pid}`;
    await writeFile(unfinished, cut);
    await rename(unfinished, target);
  }
  return folder;
}
