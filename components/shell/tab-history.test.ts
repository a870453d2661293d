import { afterEach, expect, it, vi } from 'vitest'
import { BLANKED, blank } from './tab-history'

afterEach(() => vi.unstubAllGlobals())

it('a page that is left quickly is hidden at once, pauses its films and tells its scripts to be silent', () => {
  const did: string[] = []
  const page = { documentElement: { hidden: false }, title: 'Signs of trafficking' }
  const films = [{ pause: () => did.push('pause') }]
  const querySelectorAll = (what: string) => (what.includes('video') ? films : [])
  vi.stubGlobal('document', Object.assign(page, { querySelectorAll }))
  const window = new EventTarget()
  window.addEventListener(BLANKED, () => did.push('told'))
  vi.stubGlobal('window', window)

  blank('https://www.example.org/')

  expect(did).toEqual(['pause', 'told'])
  expect(page).toMatchObject({ documentElement: { hidden: true }, title: 'www.example.org' })
})
