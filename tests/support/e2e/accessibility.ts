import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import AxeBuilder from '@axe-core/playwright'
import { expect as base, type MatcherReturnType, type Page } from '@playwright/test'
import axeCore from 'axe-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SNIFFER = createRequire(import.meta.url).resolve('html_codesniffer/build/HTMLCS.js')
const ERROR = 1

// It follows an older list: in today's HTML a field for an e-mail may ask for the user's name.
const ALLOWED = 'input[type=email][autocomplete=username]'

type Message = { type: number; code: string; msg: string; element: Element }
declare global {
  interface Window {
    HTMLCS: {
      process: (standard: string, content: Document, done: () => void) => void
      getMessages: () => Message[]
      getTranslation: (code: string) => string | undefined
    }
  }
}

/** Rules whose outcome changes with the width of the window, or with its colours. */
const NARROW = ['scrollable-region-focusable', 'target-size']
const COLOURS = ['color-contrast', 'link-in-text-block']

async function axe(page: Page, only?: string[]): Promise<MatcherReturnType> {
  // Once a page: the builder would bring it along twice each time, which takes longer than most pages are looked at.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  // Pages here hold no frames: without them axe needs no second page to put its findings together.
  const builder = new AxeBuilder({ page, axeSource: 'axe' }).setLegacyMode()
  // A fault is shown by its HTML: selectors, and whatever is no fault, took a third of the time on long pages.
  builder.options({ resultTypes: ['violations'], selectors: false })
  const { violations } = await (only ? builder.withRules(only) : builder.withTags(TAGS)).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n    ${html}\n    ${failureSummary}`),
  )
  return verdict('axe', found)
}

export const expect = base.extend({
  toHaveNoAxeViolations: (page: Page) => axe(page),
  /** In a narrow window, after the page had no violation in a wide one. */
  toHaveNoNarrowViolations: (page: Page) => axe(page, NARROW),
  /** In other colours, after the page had no violation in the usual ones. */
  toHaveNoColourViolations: (page: Page) => axe(page, COLOURS),

  /** axe misses low contrast on Arabic text; HTML_CodeSniffer finds it, and other errors with it. */
  async toHaveNoContrastErrors(page: Page): Promise<MatcherReturnType> {
    return verdict('HTML_CodeSniffer', await sniff(page))
  },
})

function verdict(tool: string, found: readonly string[]): MatcherReturnType {
  return { pass: found.length === 0, message: () => `${tool} found ${found.length} faults\n  ${found.join('\n  ')}` }
}

let source: string | undefined

/** The errors of WCAG 2 AA that HTML_CodeSniffer finds, one line each. */
export async function sniff(page: Page): Promise<string[]> {
  source ??= readFileSync(SNIFFER, 'utf8')
  // Through the debugger, so that the page keeps its own policy: it allows no script of ours.
  await page.evaluate(source)
  return page.evaluate(
    ({ error, allowed }) =>
      new Promise<string[]>((resolve) => {
        // Some of its messages have no wording, on which it would stumble.
        const wording = window.HTMLCS.getTranslation.bind(window.HTMLCS)
        window.HTMLCS.getTranslation = (code) => wording(code) ?? code
        window.HTMLCS.process('WCAG2AA', document, () => {
          const errors = window.HTMLCS.getMessages().filter(
            ({ type, code, element }) => type === error && !(code.endsWith('H98') && element.matches(allowed)),
          )
          resolve(errors.map(({ code, msg, element }) => `${code}: ${msg}\n    ${element.outerHTML.slice(0, 200)}`))
        })
      }),
    { error: ERROR, allowed: ALLOWED },
  )
}
