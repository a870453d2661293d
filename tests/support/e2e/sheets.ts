import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

/** The style sheets that only some pages have, by name, with their rules. */
const SHEETS = Object.entries<string>(JSON.parse(readFileSync('public/assets/manifest.json', 'utf8')))
  .filter(([name]) => name.endsWith('.css') && name !== 'site.css')
  .map(([name, file]) => ({ name, file, rules: readFileSync(`public${file}`, 'utf8') }))

/** The selectors of style sheets that the page does not have, though they match something on it: `sheet: selector`. */
export function unstyled(page: Page): Promise<string[]> {
  return page.evaluate((sheets) => {
    const linked = [...document.styleSheets].map(({ href }) => href ?? '')
    const selectorsOf = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSStyleRule) return rule.selectorText
        return rule instanceof CSSGroupingRule ? selectorsOf(rule.cssRules) : []
      })
    // Two style sheets may share a rule: the page may have it from the other one.
    const styled = new Set(
      sheets
        .filter(({ file }) => linked.some((href) => href.endsWith(file)))
        .flatMap(({ rules }) => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(rules)
          return selectorsOf(sheet.cssRules)
        }),
    )
    return sheets
      .filter(({ file }) => !linked.some((href) => href.endsWith(file)))
      .flatMap(({ name, rules }) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(rules)
        // A pseudo-element is on the page if its element is.
        const matching = selectorsOf(sheet.cssRules).filter((selector) =>
          document.querySelector(selector.replace(/::[\w-]+/g, '')),
        )
        return matching.filter((selector) => !styled.has(selector)).map((selector) => `${name}: ${selector}`)
      })
  }, SHEETS)
}
