import type { TextNode } from './text-tree.ts';

/**
 * A paragraph that holds nothing but components is no paragraph: its components take its place. MDX does the same
 * before it compiles, so the guard judges, and both renderers draw, the same tree.
 */
export function unravel(parent: TextNode): void {
  if (!parent.children) return;
  const children: TextNode[] = [];
  for (const child of parent.children) {
    if (child.type === 'paragraph' && holdsOnlyComponents(child)) {
      for (const part of child.children ?? []) {
        if (part.type === 'mdxJsxTextElement') children.push({ ...part, type: 'mdxJsxFlowElement' });
        else if (part.type === 'mdxTextExpression') children.push({ ...part, type: 'mdxFlowExpression' });
      }
    } else {
      children.push(child);
    }
  }
  parent.children = children;
  for (const child of children) unravel(child);
}

function holdsOnlyComponents(paragraph: TextNode): boolean {
  let components = 0;
  for (const child of paragraph.children ?? []) {
    if (child.type === 'mdxJsxTextElement' || child.type === 'mdxTextExpression') components += 1;
    else if (child.type !== 'text' || !/^[\t\r\n ]*$/.test(child.value ?? '')) return false;
  }
  return components > 0;
}
