import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SAID_CHECKS, sayFinding, sayRefusal } from '@/components/editorial/say-finding'
import { CHECK_NAMES, checkLibrary } from '@/domain/course/checks/all-checks'
import { LOCALES, type Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { readLibraryFiles } from '@/server/content/read-library'
import { droppedFromFile } from '@/server/editorial/file-pointers'
import { changesOfOthers } from '@/server/editorial/other-entries'
import { contentCopy } from '@/tests/support/content-copy'
import { shippedLibrary } from '@/tests/support/shipped-content'

const library = shippedLibrary()
/** Findings of readers of files, which are not in the registry of checks. */
const READERS = [
  'schema',
  'yaml',
  'option-feedback',
  'changes',
  'demanded-sign-off',
  'dropped-reference',
  'other-entry',
]

const reader = (locale: Locale) => ({ store: library, locale, t: translator(locale) })
const PATH = 'courses/detection/detect-identify/fr.md'

const RAW =
  /courses\/|library\/|\.(?:md|ya?ml)\b|:(?:ref|cite|def)\[|\{id=|\b(?:cp|cpp|doc|l2714|cedh)-[a-z0-9]|[“”]?[a-z]+-[a-z]+-[a-z]+/
const ENGLISH = /\b(?:the|is|are|was|has|write|keep|must|this|that|its|of|and|not)\b/i

function faultsOf(sentence: string, locale: Locale): string[] {
  return [
    ...(sentence.trim() === '' ? ['empty'] : []),
    ...(RAW.test(sentence) ? [`raw: ${sentence}`] : []),
    ...(/\{\w+\}/.test(sentence) ? [`place left: ${sentence}`] : []),
    ...(locale !== 'en' && ENGLISH.test(sentence) ? [`English: ${sentence}`] : []),
    ...(locale === 'ar' && !/\p{Script=Arabic}/u.test(sentence) ? [`not Arabic: ${sentence}`] : []),
  ]
}

it('has a sentence of its own for each check', () => {
  expect([...CHECK_NAMES, ...READERS].filter((check) => !SAID_CHECKS.some((said) => said === check))).toEqual([])
})

it.each(LOCALES)('says each refusal in %s in plain words: no path, no raw key, no other language', (locale) => {
  const about = { words: '448-1', instead: '448-2', pointers: ['cite cp-448-1#2', 'def victim', 'quiz q1', 'fact F3'] }
  const said = [...CHECK_NAMES, ...READERS, 'a-check-to-come'].flatMap((check) => {
    const { sentence, file } = sayFinding({ path: PATH, line: 7, severity: 'error', check, about }, reader(locale))
    return [...faultsOf(sentence, locale), ...(RAW.test(file) ? [file] : [])]
  })
  expect(said).toEqual([])
})

it.each([
  ['ar', /^حذفتم الإحالة: .*مؤشرات.*أعيدوها إلى النص/],
  ['fr', /^Vous avez effacé un renvoi : .*[Gg]uide.*indicateurs.* Remettez-le, ou/],
  ['en', /^You have removed a reference: .*[Gg]uide.* Put it back, or/],
] as const)('names the citation that is missing as readers know it, in %s', (locale, expected) => {
  const before = readFileSync(PATH, 'utf8')
  const mark = ':cite[guide marocain des indicateurs]{id="doc-indicator-guide"}'
  expect(before).toContain(mark)

  const said = sayRefusal(droppedFromFile(PATH, before, before.replace(mark, 'guide')), reader(locale))

  expect(said.replace(/\s/g, ' ')).toMatch(expected)
  expect(faultsOf(said, locale)).toEqual([])
})

it.each(LOCALES)('says in plain %s what real changes of a file are refused for', (locale) => {
  const copy = contentCopy()
  try {
    const path = 'library/glossary.yaml'
    const before = readFileSync(path, 'utf8')
    copy.edit(path, (text) =>
      text
        .replace(/(?<=\n {2}note:\n {4}ar: ).*/, 'الاتجار في المادة 448-1 والرقم ٤٤٨')
        .replace(/(?<=\n {2}fr: ).*/, '"trafic d’êtres humains"'),
    )
    const { source, findings } = readLibraryFiles(copy.root)
    const others = changesOfOthers(path, 'victim', before, before.replace(/(?<=\n {2}fr: ).*/, 'autre'))
    const errors = [...findings, ...checkLibrary(source, library), ...others].filter(
      ({ severity }) => severity === 'error',
    )

    expect(errors.length).toBeGreaterThan(3)
    expect(errors.flatMap((finding) => faultsOf(sayRefusal([finding], reader(locale)), locale))).toEqual([])
  } finally {
    copy.discard()
  }
})
