import type { Element } from 'hast'
import { el } from './hast'

/** The number of a step. Screen readers and copies get it from the list itself. */
export function numberMark(n: number): Element {
  return el('span', { className: ['n'], ariaHidden: 'true' }, String(n))
}
