import { beforeEach, expect, it, vi } from 'vitest'
import { shortcuts } from './shortcuts'

type Press = (event: object) => void

beforeEach(() => () => vi.unstubAllGlobals())

/** A page with one field in a popover, for which `/` stands. @returns what a press of the key did to it */
function press(hasPopovers: boolean): string[] {
  const did: string[] = []
  const heard = new Map<string, Press>()
  const popover = { showPopover: () => did.push('open') }
  const field = {
    closest: (selector: string) => {
      if (!hasPopovers && selector.includes(':popover-open')) throw new DOMException('unknown', 'SyntaxError')
      return selector.startsWith('[popover]') ? popover : null
    },
    matches: () => true,
    focus: () => did.push('focus'),
    ...(hasPopovers && { showPopover: () => undefined }),
  }
  const found: Record<string, object> = {
    '#reading [name="keys"]': { addEventListener: () => undefined },
    '[data-key="/"]': field,
  }
  vi.stubGlobal('document', {
    body: hasPopovers ? { showPopover: () => undefined } : {},
    querySelector: (selector: string) => found[selector] ?? null,
    addEventListener: (type: string, hear: Press) => heard.set(type, hear),
  })
  vi.stubGlobal('Element', class {})
  vi.stubGlobal('CSS', { escape: (text: string) => text })
  shortcuts()
  heard.get('keydown')?.({ key: '/', code: 'Slash', preventDefault: () => undefined })
  return did
}

it('opens the popover that holds the field of a key', () => {
  expect(press(true)).toEqual(['open', 'focus'])
})

it('reaches the field in a browser that knows no popovers', () => {
  expect(press(false)).toEqual(['focus'])
})
