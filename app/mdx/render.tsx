import type { Element, Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { Root as Markdown } from 'mdast';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { arrange } from './arrange.ts';
import type { CompiledDocument } from './compiled-document.ts';
import { drawings } from './components/drawings.tsx';
import { type RoleNames, SurroundingsProvider } from './components/surroundings.tsx';
import { type GuardedText, mustBeGuarded } from './guard.ts';
import { htmlSettings } from './html-settings.ts';
import { copyTree, type TextNode } from './text-tree.ts';

/** HTML of a guarded text without evaluating anything: syntax tree → elements → static markup. */
export function renderDocument(
  guarded: GuardedText,
  compiled: CompiledDocument,
  roleNames: RoleNames,
): string {
  mustBeGuarded(guarded);
  const tree = copyTree(guarded.tree);
  arrange(tree);
  const body = toJsxRuntime(toElements(tree, compiled), {
    Fragment,
    jsx,
    jsxs,
    components: drawings,
    ignoreInvalidStyle: true,
  });
  return renderToStaticMarkup(
    <SurroundingsProvider value={{ compiled, roleNames }}>{body}</SurroundingsProvider>,
  );
}

interface HandlerState {
  all(node: unknown): Element['children'];
}

/** A component becomes an element of its own name, its literal attributes the properties. */
function componentElement(state: HandlerState, node: TextNode): Element {
  const properties: Element['properties'] = {};
  for (const { name, value } of node.attributes ?? []) {
    if (name !== undefined && typeof value === 'string') properties[name] = value;
  }
  return { type: 'element', tagName: node.name ?? '', properties, children: state.all(node) };
}

function toElements(tree: TextNode, { frontMatter }: CompiledDocument): Root {
  const handlers = { mdxJsxFlowElement: componentElement, mdxJsxTextElement: componentElement };
  // remark-rehype types its handlers by the node types it knows; ours are the two of MDX. The tree is Markdown's.
  const settings = { ...htmlSettings(frontMatter.language), handlers: handlers as never };
  return unified()
    .use(remarkRehype, settings)
    .runSync(tree as Markdown);
}
