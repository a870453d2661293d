import { afterEach, expect, it } from 'vitest'
import { reviewOf } from '@/domain/library/review-of'
import type { EntrySignoff, SignedKind } from '@/domain/signoff/entry-signoff'
import { reviewedOn } from '@/domain/signoff/reviewed'
import { readLibrary, readLibraryFiles } from '@/server/content/read-library'
import { type ContentCopy, contentCopy } from '../support/content-copy'

const copies: ContentCopy[] = []
afterEach(() => {
  for (const copy of copies.splice(0)) copy.discard()
})

const LEDGERS: [kind: SignedKind, entry: string, path: string][] = [
  ['law', 'cp-448-1', 'library/law/penal-code/signoff.yaml'],
  ['decision', 'cedh-sm-2020', 'library/cases/signoff.yaml'],
  ['term', 'coercion', 'library/glossary.signoff.yaml'],
  ['indicator', 'begging', 'library/indicators/signoff.yaml'],
  ['referral', 'green-number', 'library/referral/signoff.yaml'],
  ['checklist', 'cp-448-1', 'library/checklists.signoff.yaml'],
  ['checklist', 'opening', 'library/procedure-checklists.signoff.yaml'],
  ['model', 'operative-part', 'library/models/signoff.yaml'],
  ['brief', 'trafficking', 'library/briefs/signoff.yaml'],
  ['pathway', 'rules/identify', 'library/referral/rules.signoff.yaml'],
  ['pathway', 'profiles/s-begging', 'library/referral/profiles.signoff.yaml'],
]

/** A copy of the library with one signed entry. JSON is valid YAML. */
function signedCopy(path: string, sign: Record<string, unknown>): ContentCopy {
  const copy = contentCopy()
  copies.push(copy)
  copy.write(path, JSON.stringify([{ language: 'ar', role: 'legal', date: '2026-11-24', by: 'a reader', ...sign }]))
  return copy
}

const { source } = readLibraryFiles(process.cwd())
const hashOf = (kind: SignedKind, id: string) =>
  source.ledgers.find((ledger) => ledger.kind === kind && id in ledger.hashes)?.hashes[id]?.ar ?? ''

it.each(LEDGERS)('counts a valid sign-off of a %s, in its language', (kind, entry, path) => {
  const { library, findings } = readLibrary(signedCopy(path, { entry, hash: hashOf(kind, entry) }).root)

  expect(findings).toEqual([])
  expect(reviewedOn(reviewOf(library, kind, entry), 'legal', 'ar')).toBe('2026-11-24')
  expect(reviewedOn(reviewOf(library, kind, entry), 'legal', 'fr')).toBeNull()
})

it.each<[fault: string, sign: Partial<Record<keyof EntrySignoff[number], string>>, check: string, severity: string]>([
  ['of an older text', { hash: '0'.repeat(64) }, 'library-sign-off', 'warning'],
  ['of an entry that is not there', { entry: 'cp-999' }, 'library-sign-off', 'error'],
  ['of an entry of another folder', { entry: 'cpp-82-5-1' }, 'library-sign-off', 'error'],
  ['in a role that is none', { role: 'judge' }, 'schema', 'error'],
  ['in a language that is none', { language: 'es' }, 'schema', 'error'],
])('does not count a sign-off %s', (_, fault, check, severity) => {
  const [kind, entry, path] = LEDGERS[0] as (typeof LEDGERS)[0]
  const { library, findings } = readLibrary(signedCopy(path, { entry, hash: hashOf(kind, entry), ...fault }).root)

  expect(findings).toMatchObject([{ path, check, severity, message: expect.stringContaining(':') }])
  expect(reviewedOn(reviewOf(library, kind, entry), 'legal', 'ar')).toBeNull()
})

it.each(['library/signoff.yaml', 'library/law/signoff.yaml', 'library/figures/signoff.yaml'])(
  'refuses sign-offs in %s, where nobody would read them',
  (path) => {
    const { findings } = readLibrary(signedCopy(path, { entry: 'cp-448-1', hash: '?' }).root)

    expect(findings).toContainEqual(expect.objectContaining({ path, severity: 'error' }))
  },
)

it('a sign-off survives a correction of another language, but not one of its own', () => {
  const decision = 'library/cases/cedh-sm-2020.yaml'
  const sign = { entry: 'cedh-sm-2020', hash: hashOf('decision', 'cedh-sm-2020') }
  const copy = signedCopy('library/cases/signoff.yaml', sign)
  const reviewed = () => reviewedOn(reviewOf(readLibrary(copy.root).library, 'decision', 'cedh-sm-2020'), 'legal', 'ar')

  copy.editYaml(decision, (d) => d.setIn(['facts', 'fr'], 'Un autre récit.'))
  expect(reviewed()).toBe('2026-11-24')
  copy.editYaml(decision, (d) => d.setIn(['facts', 'ar'], 'وقائع أخرى.'))
  expect(reviewed()).toBeNull()
})
