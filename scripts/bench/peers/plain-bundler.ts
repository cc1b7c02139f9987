import { bundleMDX } from 'mdx-bundler';
import remarkGfm from 'remark-gfm';

/** mdx-bundler as its own page shows it, with tables: one text at a time, answers how long the code is. */
process.on('message', async (source: string) => {
  const { code } = await bundleMDX({
    source,
    mdxOptions: (options) => ({ ...options, remarkPlugins: [...(options.remarkPlugins ?? []), remarkGfm] }),
  });
  process.send?.(code.length);
});
process.on('disconnect', () => process.exit(0));
process.send?.(0);
