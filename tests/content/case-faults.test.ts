import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Document, parseDocument } from 'yaml'
import { checkCourse } from '@/domain/course/checks/all-checks'
import { readCase } from '@/server/content/read-case'
import { courseSource } from '../support/course-factories'
import { shippedLibrary } from '../support/shipped-content'

const CASE = 'courses/fundamentals/cases/lanes-of-the-medina'
const FILE = `${CASE}/case.yaml`
const FRENCH = `${CASE}/fr.md`

const library = shippedLibrary()

let root = ''
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'case-'))
  mkdirSync(path.join(root, CASE), { recursive: true })
  cpSync(CASE, path.join(root, CASE), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Changes a file of the copy. It fails if nothing changed, because then no fault was planted. */
function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(path.join(root, file), 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`${file} was not changed`)
  writeFileSync(path.join(root, file), after)
}

function editYaml(file: string, change: (document: Document) => void): void {
  edit(file, (text) => {
    const document = parseDocument(text)
    change(document)
    return String(document)
  })
}

/** What the checks say about the copy of the file, as if it were the only text of its course. */
function findings() {
  const { source, texts, citations, localized, findings: unread } = readCase(root, CASE)
  const course = courseSource({ cases: [source], texts, citations, localized })
  return [...unread, ...checkCourse(course, library).filter((finding) => finding.path.startsWith(CASE))]
}

it('finds nothing in the file as it is', () => {
  expect(findings()).toEqual([])
})

const inFile = (keys: string[], value: unknown) => () => editYaml(FILE, (document) => document.setIn(keys, value))
const inSign = (key: string, value: unknown) => () =>
  editYaml(FILE, (document) => document.setIn(['worksheet', 'signs', 0, key], value))
const inFrench = (from: string | RegExp, to: string) => () => edit(FRENCH, (text) => text.replace(from, to))

it.each<[fault: string, check: string, path: string, plant: () => void]>([
  ['an unknown fact', 'grid-solution', FILE, inFile(['elements', 'act', 'supports'], ['F99'])],
  ['a sign of another form', 'grid-solution', FILE, inSign('sign', 'organs.need')],
  ['a sign that is read twice', 'grid-solution', FILE, inSign('sign', 'general.isolated')],
  ['a sign that rests on no fact of the file', 'grid-solution', FILE, inSign('facts', ['F99'])],
  ['a sign that rests on nothing', 'grid-solution', FILE, inSign('facts', [])],
  ['a reading that makes an adult of a child', 'grid-solution', FILE, inFile(['worksheet', 'child'], 'no')],
  ['a mark that there is not', 'schema', FILE, inSign('mark', 'likely')],
  [
    'a fact that is pointed to and is not there',
    'grid-solution',
    FILE,
    () => edit(FILE, (t) => t.replace(':ref[F5]', ':ref[F77]')),
  ],
  [
    'a fact missing in a language',
    'case-text',
    FRENCH,
    inFrench(/:fact\[(les actes de naissance[^\]]*)\]\{id=F28\}/, '$1'),
  ],
  ['a fact that is numbered out of turn', 'case-text', FRENCH, inFrench('{id=F9}', '{id=F10}')],
  [
    'a document missing in a language',
    'case-text',
    FRENCH,
    inFrench(/:::document\[Procès-verbal d’audition de S[\s\S]*?\n:::\n/, ''),
  ],
  ['a document of an unknown kind', 'case-text', FRENCH, inFrench('kind="report"', 'kind="letter"')],
  ['text outside a document', 'case-text', FRENCH, () => edit(FRENCH, (t) => `${t}\nUne phrase.\n`)],
  [
    'a block that documents do not have',
    'case-text',
    FRENCH,
    inFrench('Nous restons en surveillance.', '## Titre\n\nNous restons.'),
  ],
  ['a mark of lessons', 'case-text', FRENCH, inFrench('Je suis veuve', ':def[Je suis veuve]{term="coercion"}')],
  ['a language that is not there', 'case-text', FRENCH, () => rmSync(path.join(root, FRENCH))],
  ['a stale translation', 'case-text', FRENCH, inFile(['revision'], 2)],
  ['another name than its folder', 'case-text', FILE, inFile(['id'], 'other-lanes')],
  [
    'too few words',
    'grid-solution',
    FRENCH,
    () => edit(FRENCH, (t) => t.split(':::document').slice(0, 3).join(':::document')),
  ],
  ['an unknown citation in a list', 'unknown-citation', FILE, inFile(['elements', 'act', 'cites'], ['cp-448-99#1'])],
  [
    'an unknown citation in a text',
    'unknown-citation',
    FRENCH,
    inFrench('Je suis veuve', 'Je suis veuve (:cite[article]{id="cp-9999"})'),
  ],
  ['no solution', 'schema', FILE, () => editYaml(FILE, (d) => d.deleteIn(['elements', 'purpose']))],
  [
    'a feedback without English',
    'option-feedback',
    FILE,
    () => editYaml(FILE, (d) => d.deleteIn(['elements', 'act', 'feedback', 'en'])),
  ],
  ['a value that no fact supports', 'grid-solution', FILE, inFile(['elements', 'act', 'supports'], [])],
  ['a means that is demanded of a child', 'grid-solution', FILE, inFile(['elements', 'means', 'value'], 'made-out')],
  [
    'a threshold that is settled for a child',
    'grid-solution',
    FILE,
    inFile(['elements', 'threshold', 'value'], 'made-out'),
  ],
  [
    'what is unsettled, with one reading',
    'schema',
    FILE,
    () => editYaml(FILE, (d) => d.deleteIn(['elements', 'threshold', 'readings', 1])),
  ],
  ['a verdict that the elements do not lead to', 'grid-solution', FILE, inFile(['verdict'], 'doubtful')],
  [
    'a purpose without its form',
    'grid-solution',
    FILE,
    () => editYaml(FILE, (d) => d.deleteIn(['elements', 'purpose', 'aim'])),
  ],
  [
    'a child without the circumstance of age',
    'grid-solution',
    FILE,
    inFile(['elements', 'aggravation', 'circumstances'], ['gang']),
  ],
  ['a first file without its solution', 'grid-solution', FILE, inFile(['guidance'], 'none')],
  ['an unknown form of exploitation', 'grid-solution', FILE, inFile(['form'], 'smuggling')],
  [
    'a wording that the glossary refuses',
    'forbidden-term',
    `${CASE}/ar.md`,
    () => edit(`${CASE}/ar.md`, (t) => t.replace('أنا أرملة', 'قانون العقوبات')),
  ],
])('refuses %s', (_, check, file, plant) => {
  plant()

  const errors = findings().filter(({ severity }) => severity === 'error')
  expect(errors.map((finding) => [finding.check, finding.path])).toContainEqual([check, file])
})

it('reports a sign-off of an older text of an invented file, without refusing it', () => {
  const ledger = `${CASE}/signoff.yaml`
  writeFileSync(path.join(root, ledger), '- { hash: older, language: fr, role: legal, date: "2026-03-01", by: x }\n')

  expect(findings().map(({ check, severity, path: place }) => [check, severity, place])).toEqual([
    ['sign-off', 'warning', ledger],
  ])
})
