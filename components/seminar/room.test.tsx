import type { Element, Nodes } from 'hast'
import { renderToStaticMarkup } from 'react-dom/server'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { afterEach, expect, it, vi } from 'vitest'
import { translator } from '@/i18n/translator'
import { followRoom } from './follow-room'
import { RoomPage } from './room-page'

const CODE = { code: '123456', secondsLeft: 30, modules: { size: 1, dark: [1] } }

function screen(code: typeof CODE | null): string {
  return renderToStaticMarkup(
    <RoomPage
      seminar={{ id: 's', titles: { fr: 'Audition' } }}
      halfDay={{ day: '2026-11-29', half: 'morning' }}
      code={code}
      seconds={60}
      address="example.org/c/1"
      count={{ present: 1, registered: 5 }}
      locale="fr"
      t={translator('fr')}
    />,
  )
}

function elementsIn(node: Nodes): Element[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []))
}

it.each([CODE, null])('replaces neither a link nor what only a browser without scripts may obey (%j)', (code) => {
  const all = elementsIn(unified().use(rehypeParse, { fragment: true }).parse(screen(code)))
  const parts = all.filter(({ properties }) => properties.dataRoom !== undefined)
  const stays = (of: Element[]) => of.map(({ tagName }) => tagName).filter((name) => /^(noscript|meta|a)$/.test(name))

  expect(parts).toHaveLength(3)
  expect(stays(all).toSorted()).toEqual(['a', 'a', 'meta', 'noscript'])
  expect(stays(parts.flatMap(elementsIn))).toEqual([])
})

/** The parts of a document, as the script asks for them. */
const documentOf = (parts: object[]) => ({ querySelectorAll: (what: string) => (what === '[data-room]' ? parts : []) })

afterEach(() => vi.unstubAllGlobals())

it('puts each new part in the place of the old one, and keeps the screen if the response breaks off', async () => {
  const replaced: [number, unknown][] = []
  const shown = [0, 1].map((n) => ({ replaceWith: (part: unknown) => replaced.push([n, part]) }))
  let look: () => Promise<void> = () => expect.unreachable()
  vi.stubGlobal('setInterval', (work: typeof look) => {
    look = work
  })
  vi.stubGlobal('location', { href: 'https://site.example/fr/seminars/s/room' })
  vi.stubGlobal('document', { ...documentOf(shown), adoptNode: (part: unknown) => part })
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = (html: string) => documentOf(html.split(' ').map((part) => ({ part })))
    },
  )
  followRoom()

  vi.stubGlobal('fetch', async () => ({ ok: true, redirected: false, text: () => Promise.reject(new TypeError()) }))
  await look()
  expect(replaced).toEqual([])
  vi.stubGlobal('fetch', async () => new Response('code count'))
  await look()
  expect(replaced).toEqual([
    [0, { part: 'code' }],
    [1, { part: 'count' }],
  ])
})
