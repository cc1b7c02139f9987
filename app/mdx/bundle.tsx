import { bundleMDX } from 'mdx-bundler';
import { getMDXComponent } from 'mdx-bundler/client/index.js';
import { renderToStaticMarkup } from 'react-dom/server';
import { allowListFaults } from './allow-list.ts';
import { arrange } from './arrange.ts';
import type { CompiledDocument } from './compiled-document.ts';
import { drawings } from './components/drawings.tsx';
import { type RoleNames, SurroundingsProvider } from './components/surroundings.tsx';
import { type GuardedText, mustBeGuarded } from './guard.ts';
import { htmlSettings } from './html-settings.ts';
import { copyTree, type TextNode } from './text-tree.ts';

/**
 * HTML of a guarded text by mdx-bundler. It evaluates the bundled code, so it runs in the locked child process only.
 * The bundler never reads the text: its parser is replaced by one that hands over the tree the guard has passed, and
 * the allow-list looks at that tree once more before anything is made of it.
 */
export async function bundleDocument(
  guarded: GuardedText,
  compiled: CompiledDocument,
  roleNames: RoleNames,
): Promise<string> {
  mustBeGuarded(guarded);
  const { code } = await bundleMDX({
    source: '',
    cwd: noFolder,
    mdxOptions: () => ({
      remarkPlugins: [[handOver, guarded.tree], refuseTheRest, arrangeForDrawing],
      remarkRehypeOptions: htmlSettings(compiled.frontMatter.language),
      jsxImportSource: 'react',
    }),
    esbuildOptions: (options) => ({ ...options, charset: 'utf8', target: 'es2022', logLevel: 'silent' }),
    grayMatterOptions: (options) => ({ ...options, engines: refusingEngines }),
  });
  const Body = getMDXComponent(code);
  return renderToStaticMarkup(
    <SurroundingsProvider value={{ compiled, roleNames }}>
      <Body components={drawings} />
    </SurroundingsProvider>,
  );
}

/** Nothing can be read relative to a folder that is not there. */
const noFolder = '/no-such-folder';

function refuse(): never {
  throw new Error('Front matter is YAML and nothing else.');
}

const refusingEngines = {
  js: { parse: refuse },
  javascript: { parse: refuse },
  json: { parse: refuse },
  coffee: { parse: refuse },
};

/** A plugin of unified: its `this` is the processor, whose parser it replaces. */
function handOver(this: { parser?: () => TextNode }, tree: TextNode) {
  this.parser = () => copyTree(tree);
}

function refuseTheRest() {
  return (tree: TextNode) => {
    const [fault] = allowListFaults(tree);
    if (fault) throw new TypeError(`The bundler was handed a text that the guard refuses: ${fault.rule}.`);
  };
}

function arrangeForDrawing() {
  return (tree: TextNode) => arrange(tree);
}
