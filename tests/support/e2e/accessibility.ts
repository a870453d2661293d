import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import AxeBuilder from '@axe-core/playwright'
import { expect as base, type MatcherReturnType, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SNIFFER = createRequire(import.meta.url).resolve('html_codesniffer/build/HTMLCS.js')
const ERROR = 1

type Message = { type: number; code: string; msg: string; element: Element }
declare global {
  interface Window {
    HTMLCS: {
      process: (standard: string, content: Document, done: () => void) => void
      getMessages: () => Message[]
    }
  }
}

export const expect = base.extend({
  async toHaveNoAxeViolations(page: Page): Promise<MatcherReturnType> {
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    return verdict(
      'axe',
      violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${help}\n    ${html}\n    ${failureSummary}`),
      ),
    )
  },

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
    (error) =>
      new Promise<string[]>((resolve) => {
        window.HTMLCS.process('WCAG2AA', document, () => {
          const errors = window.HTMLCS.getMessages().filter(({ type }) => type === error)
          resolve(errors.map(({ code, msg, element }) => `${code}: ${msg}\n    ${element.outerHTML.slice(0, 200)}`))
        })
      }),
    ERROR,
  )
}
