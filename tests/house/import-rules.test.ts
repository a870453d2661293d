import { rmSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import { afterAll, describe, expect, it } from 'vitest'
import { forbidden, options, required } from '@/.dependency-cruiser.mjs'
import { plantHouse } from './plant-house'
import { HOUSE, PLANTS } from './plants'

const MANIFEST = JSON.stringify({ dependencies: { zod: '*', yaml: '*' }, devDependencies: { 'fast-check': '*' } })

// These rules match a package or a cycle of files, and report the file they met first.
const NAMES_ANY = [
  'one-importer-of-react-markdown',
  'one-importer-of-recharts',
  'one-importer-of-remark-directive',
  'no-circular',
]

const houses: string[] = []
afterAll(() => {
  for (const house of houses) rmSync(house, { recursive: true })
})

async function violationsIn(files: Readonly<Record<string, string>>): Promise<{ rule: string; file: string }[]> {
  const house = plantHouse({ ...files, 'package.json': MANIFEST })
  houses.push(house)
  const { output } = await cruise(['.'], {
    ...options,
    tsConfig: undefined,
    baseDir: house,
    validate: true,
    ruleSet: { forbidden, required },
  })
  if (typeof output === 'string') throw new Error(output)
  return output.summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from }))
}

describe('the import rules', () => {
  it('accept a valid project', async () => {
    expect(await violationsIn(HOUSE)).toEqual([])
  })

  it('each have files that break them', () => {
    const names = [...forbidden, ...required].map(({ name }) => name)

    expect(Object.keys(PLANTS).sort()).toEqual(names.sort())
  })

  it('each refuse the files that break them', async () => {
    const plants = Object.values(PLANTS)
      .flat()
      .map(({ file, text }) => [file, text])
    const violations = await violationsIn({ ...HOUSE, ...Object.fromEntries(plants) })

    for (const [rule, broken] of Object.entries(PLANTS)) {
      const blamed = violations.filter((violation) => violation.rule === rule).map(({ file }) => file)
      if (NAMES_ANY.includes(rule)) expect(blamed, rule).not.toEqual([])
      else expect(blamed, rule).toEqual(expect.arrayContaining(broken.map(({ file }) => file)))
    }
  })
})
