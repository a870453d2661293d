import { expect, type Page, type Response } from '@playwright/test'
import { type Pattern, patternOf } from './reach'
import { unstyled } from './sheets'
import { countBytes, total } from './wire'

const KB = 1000
/** The budget of a first visit, in bytes over the wire: in total, and (`BUDGET`) for each type of file. */
const ALL = 120 * KB
/** What a lesson may send in addition: its drawing (at most 8 kB before compression) with list, styles and script. */
const DRAWING = 7 * KB
const LESSONS: readonly (Pattern | null)[] = [
  '/[locale]/courses/[course]/lessons/[lesson]',
  '/[locale]/courses/[course]/kept/[lesson]',
  '/[locale]/review/[kind]/[key]/[lang]',
]
/** The style guide has no limits, because it loads every style sheet. */
const STYLEGUIDE: Pattern = '/[locale]/styleguide'
const BUDGET = { Document: 30 * KB, Stylesheet: 20 * KB, Font: 80 * KB, Script: 8 * KB } as const

/** A page whose loads can be measured like first visits. */
export type Visits = {
  /** Loads an address as if this browser had loaded nothing before, and waits until all of it has come. */
  first: (path: string) => Promise<Response | null>
  /** Loads an address as a reader does who has come from another page. */
  next: (path: string) => Promise<Response | null>
  /** What the last first visit sent over its budget, and the rules of style sheets that its page lacks. */
  faults: () => Promise<string[]>
}

export async function openVisits(page: Page): Promise<Visits> {
  const { sent, session, allArrived } = await countBytes(page)
  let last: { path: string; status: number | undefined } = { path: '', status: undefined }

  async function load(path: string, cacheDisabled: boolean): Promise<Response | null> {
    await session.send('Network.setCacheDisabled', { cacheDisabled })
    const response = await page.goto(path, { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    return response
  }

  async function first(path: string): Promise<Response | null> {
    sent.length = 0
    const response = await load(path, true)
    await allArrived()
    last = { path, status: response?.status() }
    return response
  }

  async function faults(): Promise<string[]> {
    const { path, status } = last
    const list = sent.map(({ url, type, bytes }) => `${bytes} ${type} ${url}`).join('\n')
    const pattern = patternOf(new URL(page.url()).pathname)
    const all = LESSONS.includes(pattern) ? ALL + DRAWING : ALL
    const limits: [type: string | undefined, most: number][] = [[undefined, all], ...Object.entries(BUDGET)]
    const over = (pattern === STYLEGUIDE ? [] : limits).flatMap(([type, most]) => {
      const bytes = total(sent, type)
      return bytes > most ? `${path} sends ${bytes} bytes${type ? ` of ${type}` : ''}\n${list}` : []
    })
    // Every page sends files of each type: if one type has no bytes, the measurement failed.
    for (const type of status === 200 ? Object.keys(BUDGET) : []) {
      expect(total(sent, type), `${type} of ${path}\n${list}`).toBeGreaterThan(0)
    }
    return [...over, ...(await unstyled(page)).map((rule) => `${path} lacks ${rule}`)]
  }

  return { first, next: (path) => load(path, false), faults }
}
