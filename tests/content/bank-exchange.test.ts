import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { parse } from 'yaml'
import { LOCALES } from '@/domain/locale'
import { main as exportBank } from '@/scripts/bank-export'
import { main as importBank } from '@/scripts/bank-import'
import { readCourse } from '@/server/content/read-course'
import { callCommand } from '../support/call-command'
import { runCommand } from '../support/run-command'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bank-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const within = (...names: string[]) => path.join(folder, ...names)

it('writes the bank of a course in three languages for its owner alone, and reads all of it back as a draft', () => {
  const out = within('out')
  const written = runCommand('bank-export', 'commission', '--to', out)
  expect(written.err).toBe('')
  expect(written.code).toBe(0)
  expect(written.out).toContain('hold the answer keys')
  expect(readdirSync(out)).toEqual(['commission.ar.xml', 'commission.en.xml', 'commission.fr.xml'])
  for (const name of readdirSync(out)) expect(statSync(path.join(out, name)).mode & 0o077).toBe(0)

  const files = LOCALES.map((locale) => `${locale}=${path.join(out, `commission.${locale}.xml`)}`)
  const read = runCommand('bank-import', '--to', within('draft'), ...files)
  expect(read.code).toBe(0)
  const { bank } = readCourse(process.cwd(), 'commission').course
  const drafts = readdirSync(within('draft')).flatMap((name) => parse(readFileSync(within('draft', name), 'utf8')))
  const told = [...written.out.matchAll(/left out/g)].length / LOCALES.length
  expect(drafts).toHaveLength(bank.length - told)
  const keys = new Map(bank.flatMap(({ value }) => (value ? [[value.id, value.kind] as const] : [])))
  for (const { id, kind, stem } of drafts) {
    expect(kind).toBe(keys.get(id))
    for (const locale of LOCALES) expect(stem[locale]).not.toBe('')
  }
})

it('says what becomes of each question whose kind Moodle does not have', async () => {
  const becomes: Readonly<Record<string, string>> = {
    ...{ ranking: 'a matching of steps', marking: 'a multiple choice of the passages' },
    ...{ computing: 'a text with gaps', completing: 'a text with gaps' },
  }
  const { out } = await callCommand(exportBank, 'trial', '--to', within('out'), '--language', 'fr')
  const { bank } = readCourse(process.cwd(), 'trial').course
  const changed = bank.flatMap(({ value }) => (value && becomes[value.kind] ? [value] : []))

  expect(new Set(changed.map(({ kind }) => kind))).toEqual(new Set(Object.keys(becomes)))
  for (const { id, kind } of changed) expect(out).toContain(`  ${id}: becomes ${becomes[kind]}`)
})

it('writes one language as GIFT, and reads it back', async () => {
  const { code } = await callCommand(
    exportBank,
    'commission',
    '--to',
    within('out'),
    '--format',
    'gift',
    '--language',
    'fr',
  )
  expect(code).toBe(0)
  expect(readdirSync(within('out'))).toEqual(['commission.fr.gift.txt'])

  const file = within('out', 'commission.fr.gift.txt')
  const count = readFileSync(file, 'utf8').match(/^::/gm)?.length
  const read = await callCommand(importBank, '--to', within('draft'), '--format', 'gift', `fr=${file}`)
  expect(read).toMatchObject({ code: 0, err: '', out: expect.stringContaining(`${count} questions in `) })
})

it('says line by line why nothing of a file can be carried over', async () => {
  writeFileSync(
    within('essays.xml'),
    '<quiz>\n<question type="essay"><name><text>One</text></name></question>\n<question type="cloze"><name><text>Two</text></name></question>\n</quiz>',
  )
  writeFileSync(within('essays.txt'), '::One:: Write. {}\n\n::Two:: Which? {=a')
  const xml = await callCommand(importBank, '--to', within('draft'), `fr=${within('essays.xml')}`)
  const gift = await callCommand(importBank, '--to', within('draft'), '--format', 'gift', `fr=${within('essays.txt')}`)

  for (const { code, err } of [xml, gift]) {
    expect({ code, err }).toEqual({ code: 1, err: 'None of the questions could be carried over.\n' })
  }
  expect(xml.out.trim().split('\n')).toEqual([
    'fr  line 2  One: left out: questions of the type “essay” have no equal',
    'fr  line 3  Two: left out: questions of the type “cloze” have no equal',
  ])
  expect(gift.out.trim().split('\n')).toEqual([
    'fr  line 1  One: left out: questions of the type “essay” have no equal',
    expect.stringMatching(/^fr {2}line 3 {2}Two: left out: it is no GIFT from line 3/),
  ])
  expect(existsSync(within('draft'))).toBe(false)
})

it('tells GIFT from XML', async () => {
  writeFileSync(within('bank.xml'), '::One:: Which? {=a ~b}')
  writeFileSync(within('bank.txt'), '<?xml version="1.0"?><quiz></quiz>')
  const asXml = await callCommand(importBank, '--to', within('draft'), `fr=${within('bank.xml')}`)
  const asGift = await callCommand(importBank, '--to', within('draft'), '--format', 'gift', `fr=${within('bank.txt')}`)

  expect(asXml).toMatchObject({ code: 1, err: expect.stringMatching(/bank\.xml: this is GIFT, not XML/) })
  expect(asGift).toMatchObject({ code: 1, err: expect.stringMatching(/bank\.txt: this is XML, not GIFT/) })
})

it.each([
  [['nowhere', '--to', 'x'], /“nowhere” is no course/],
  [['awareness', '--to', 'x'], /awareness has no bank/],
  [['commission'], /Usage/],
  [['commission', '--to', 'x', '--format', 'pdf'], /Usage/],
  [['commission', '--to', 'x', '--language', 'de'], /Usage/],
  [['commission', '--to', 'public/banks'], /served to everybody/],
])('refuses %s with a sentence', async (given, why) => {
  const { code, err } = await callCommand(exportBank, ...given)
  expect(code).toBe(1)
  expect(err).toMatch(why)
  expect(existsSync('public/banks')).toBe(false)
})

it('follows no link into the folder that is served to everybody', async () => {
  symlinkSync(path.resolve('public'), within('link'))
  const { code, err } = await callCommand(exportBank, 'commission', '--to', within('link'))
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/served to everybody/) })
})

it('overwrites no file, and leaves nothing of a file that it cannot read', async () => {
  writeFileSync(within('kept.yaml'), 'kept')
  writeFileSync(within('bomb.xml'), '<!DOCTYPE quiz [<!ENTITY a "a">]><quiz>&a;</quiz>')
  const full = await callCommand(importBank, '--to', folder, `fr=${within('bomb.xml')}`)
  expect(full).toMatchObject({ code: 1, err: expect.stringMatching(/not empty/) })
  const bomb = await callCommand(importBank, '--to', within('draft'), `fr=${within('bomb.xml')}`)
  expect(bomb).toMatchObject({ code: 1, err: expect.stringMatching(/bomb\.xml: line 1: a declaration/) })
  expect(readdirSync(folder).toSorted()).toEqual(['bomb.xml', 'kept.yaml'])
})
