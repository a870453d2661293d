import type { Element, ElementContent, Parent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isElement } from './drawing/hast'

/** What may stand between two citations of one pair of brackets or of one cell. */
const BETWEEN = /^\s*(?:[,،;؛]\s*)?(?:و|et\s|and\s)?\s*$/

/**
 * Marks the citations that are not part of a sentence, so that they are shown in a short form: those alone in brackets,
 * whose brackets are removed, and those that fill a table cell.
 */
export function markCitations() {
  return (tree: Root) => {
    visit(tree, 'element', (node) => {
      markInBrackets(node)
      if (isElement(node, 'td', 'th')) markWholeCell(node)
    })
  }
}

function markInBrackets({ children }: Parent) {
  for (let first = 1; first < children.length; first++) {
    const before = children[first - 1]
    const last = endOfRun(children as ElementContent[], first)
    const after = children[last + 1]
    if (last < first || before?.type !== 'text' || after?.type !== 'text') continue
    if (!before.value.endsWith('(') || !after.value.startsWith(')')) continue
    before.value = before.value.slice(0, -1)
    after.value = after.value.slice(1)
    markRun(children as ElementContent[], first, last, 'aside')
    first = last
  }
}

function markWholeCell(cell: Element) {
  const last = endOfRun(cell.children, 0)
  if (last >= 0 && last === cell.children.length - 1) markRun(cell.children, 0, last, 'cell')
}

/** The index of the last citation of the run that begins at `first`; below `first` if there is none. */
function endOfRun(children: readonly ElementContent[], first: number): number {
  if (!isElement(children[first], 'x-cite')) return first - 1
  const between = children[first + 1]
  const goesOn = between?.type === 'text' && BETWEEN.test(between.value) && isElement(children[first + 2], 'x-cite')
  return goesOn ? endOfRun(children, first + 2) : first
}

function markRun(children: readonly ElementContent[], first: number, last: number, mark: 'aside' | 'cell') {
  for (const child of children.slice(first, last + 1)) {
    if (child.type === 'element') child.properties.mark = mark
    // A conjunction between two short marks has no use; a space separates them.
    else if (child.type === 'text' && mark === 'aside') child.value = ' '
  }
}
