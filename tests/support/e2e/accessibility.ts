import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect as base, type MatcherReturnType, type Page } from '@playwright/test'
import type axeCore from 'axe-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const ERROR = 1

const read = (file: string) => readFileSync(createRequire(import.meta.url).resolve(file), 'utf8')
/** The sources of the checkers, by the global variables that they set. */
const CHECKERS = { axe: read('axe-core/axe.min.js'), HTMLCS: read('html_codesniffer/build/HTMLCS.js') }
type Checker = keyof typeof CHECKERS

// axe follows an older list: in today's HTML, an e-mail field may have the autofill name `username`.
const ALLOWED = 'input[type=email][autocomplete=username]'

// A form with this method sends nothing, so it has nothing to submit.
const UNSENT = 'form[method=dialog]'

type Message = { type: number; code: string; msg: string; element: Element }
declare global {
  interface Window {
    loadChecker?: Record<Checker, () => void>
    axe: typeof axeCore
    HTMLCS: {
      process: (standard: string, content: Document, done: () => void) => void
      getMessages: () => Message[]
      getTranslation: (code: string) => string | undefined
    }
  }
}

/** Rules whose result depends on the width of the window, or on its colours. */
const NARROW = ['scrollable-region-focusable', 'target-size']
const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * Gives every page of this window the checkers as functions, which a page runs only if a test asks for them: to send
 * their sources to each page would take half as long as the checks.
 */
export function provideCheckers(page: Page): Promise<unknown> {
  const loaders = Object.entries(CHECKERS).map(([name, source]) => `${name}() {${source}\n}`)
  return page.addInitScript({ content: `window.loadChecker = {${loaders.join(',')}}` })
}

/** Through the debugger, because the page's content security policy allows no injected script. */
async function load(page: Page, checker: Checker): Promise<void> {
  const loaded = await page.evaluate((name) => {
    if (!(name in window)) window.loadChecker?.[name]()
    return name in window
  }, checker)
  if (!loaded) await page.evaluate(CHECKERS[checker])
}

async function axe(page: Page, runOnly: readonly string[] = TAGS, without?: string): Promise<MatcherReturnType> {
  await load(page, 'axe')
  const found = await page.evaluate(
    // A violation is reported by its HTML: computing selectors and the other results took a third of the time on long
    // pages.
    async ({ runOnly, rules }) => {
      // The bar at the top of the window always covers something, which depends on how far the page is scrolled.
      scrollTo({ top: 0, behavior: 'instant' })
      const options = { runOnly: [...runOnly], rules, resultTypes: ['violations' as const], selectors: false }
      const { violations } = await window.axe.run(document, options)
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${help}\n    ${html}\n    ${failureSummary}`),
      )
    },
    { runOnly, rules: without ? { [without]: { enabled: false } } : {} },
  )
  return verdict('axe', found)
}

export const expect = base.extend({
  toHaveNoAxeViolations: (page: Page) => axe(page),
  /** For an Arabic page: axe misses low contrast of Arabic text, so `toHaveNoContrastErrors` alone checks contrast there. */
  toHaveNoArabicAxeViolations: (page: Page) => axe(page, TAGS, 'color-contrast'),
  /** In a narrow window, for a page that had no violation in a wide one. */
  toHaveNoNarrowViolations: (page: Page) => axe(page, NARROW),
  /** With other colours, for a page that had no violation with the usual ones. */
  toHaveNoColourViolations: (page: Page) => axe(page, COLOURS),

  /** axe misses low contrast on Arabic text; HTML_CodeSniffer finds it, and other errors too. */
  async toHaveNoContrastErrors(page: Page): Promise<MatcherReturnType> {
    return verdict('HTML_CodeSniffer', await sniff(page))
  },
})

function verdict(tool: string, found: readonly string[]): MatcherReturnType {
  return { pass: found.length === 0, message: () => `${tool} found ${found.length} faults\n  ${found.join('\n  ')}` }
}

/** The WCAG 2 AA errors that HTML_CodeSniffer finds, one line each. */
export async function sniff(page: Page): Promise<string[]> {
  await load(page, 'HTMLCS')
  return page.evaluate(
    ({ error, allowed, unsent }) =>
      new Promise<string[]>((resolve) => {
        // Some of its messages have no text, which would make it throw.
        const wording = window.HTMLCS.getTranslation.bind(window.HTMLCS)
        window.HTMLCS.getTranslation = (code) => wording(code) ?? code
        window.HTMLCS.process('WCAG2AA', document, () => {
          const errors = window.HTMLCS.getMessages().filter(
            ({ type, code, element }) =>
              type === error &&
              !(code.endsWith('H98') && element.matches(allowed)) &&
              !(code.endsWith('H32.2') && element.matches(unsent)),
          )
          resolve(errors.map(({ code, msg, element }) => `${code}: ${msg}\n    ${element.outerHTML.slice(0, 200)}`))
        })
      }),
    { error: ERROR, allowed: ALLOWED, unsent: UNSENT },
  )
}
