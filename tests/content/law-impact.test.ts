import { describe, expect, it } from 'vitest'
import { newestSince } from '@/domain/library/outdated-citation'
import { main as lawImpact } from '@/scripts/law-impact'
import { callCommand } from '../support/call-command'
import { runCommand } from '../support/run-command'
import { shippedLibrary } from '../support/shipped-content'

const ARTICLE = 'cpp-82-5-1'

describe('law:impact', () => {
  const told = runCommand('law-impact', ARTICLE)

  it('names the day of the newest version and every text that cites it, with file and line', () => {
    const provision = shippedLibrary().provisions[ARTICLE]
    const { code, out } = told

    expect(code).toBe(0)
    expect(out).toContain(`${ARTICLE}: newest version since ${provision && newestSince(provision)}.`)
    expect(out).toMatch(/^ {2}courses\/\w+\/[\w-]+\/(ar|fr|en)\.md:\d+ {2}/m)
    expect(out).toMatch(/^ {2}courses\/\w+\/bank\/[\w-]+\.yaml:\d+ {2}/m)
    expect(out).toMatch(/^ {2}courses\/\w+\/cases\/[\w-]+\/case\.yaml:\d+ {2}/m)
    expect(out).toMatch(/^ {2}library\/cases\/[\w-]+\.yaml:\d+ {2}/m)
    expect(out).toMatch(/\n[1-9]\d* texts cite it; \d+ were written before the change/)
  })

  it('lists fewer texts for one paragraph than for its article', async () => {
    const texts = ({ out }: typeof told) => Number(out.match(/^(\d+) texts cite it/m)?.[1])
    const paragraph = await callCommand(lawImpact, `${ARTICLE}#4`)

    expect(paragraph.out).toContain(`${ARTICLE}#4: newest version since `)
    expect(texts(paragraph)).toBeGreaterThan(0)
    expect(texts(paragraph)).toBeLessThan(texts(told))
  })

  it.each(['cpp-999', 'constructor', ''])('knows no provision “%s”, says so and fails', async (asked) => {
    const { code, out, err } = await callCommand(lawImpact, asked)

    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain(`“${asked}” is not in library/law`)
  })
})
