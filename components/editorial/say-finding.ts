import type { Finding } from '@/domain/course/checks/finding'
import type { Term } from '@/domain/library/glossary'
import type { LawStore } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import messages from '@/i18n/messages/en.json'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { citationName } from '../ui/citation-name'

/** A finding in the reader's language. `file` says in plain words in which file of the text it is. */
export type SaidFinding = Pick<Finding, 'path' | 'line' | 'severity'> & { sentence: string; file: string }

/** What the names of references are read from. */
export type NameStore = LawStore & { terms: Readonly<Record<string, Term>> }
type Reader = { store: NameStore; locale: Locale; t: Translator }

type Check = keyof typeof messages.editorial.findings

/** The checks whose findings have a sentence of their own. */
export const SAID_CHECKS = Object.keys(messages.editorial.findings) as Check[]

/** Says what a check found, and what to do: without paths, ids and the words of the authors' command. */
export function sayFinding(
  { path, line, severity, ...finding }: Omit<Finding, 'message'>,
  reader: Reader,
): SaidFinding {
  return { path, line, severity, sentence: sentenceOf(finding, reader), file: fileName(path, reader) }
}

/** Says what refuses a wording. All references that it lost are named in one sentence; each sentence is said once. */
export function sayRefusal(findings: readonly Omit<Finding, 'message'>[], reader: Reader): string {
  const dropped = findings.filter(({ check }) => check === 'dropped-reference')
  const pointers = dropped.flatMap(({ about }) => about?.pointers ?? [])
  const others = findings.filter(({ check }) => check !== 'dropped-reference')
  const sentences = [
    ...(dropped.length > 0 ? [sentenceOf({ check: 'dropped-reference', about: { pointers } }, reader)] : []),
    ...others.map((finding) => sentenceOf(finding, reader)),
  ]
  return [...new Set(sentences)].join(' ')
}

function sentenceOf({ check, about = {} }: Pick<Finding, 'check' | 'about'>, reader: Reader): string {
  const { locale, t } = reader
  const known = SAID_CHECKS.find((one) => one === check) ?? 'other'
  const names = [...new Set((about.pointers ?? []).map((pointer) => pointerName(pointer, reader)))]
  const said = {
    names: names.join(locale === 'ar' ? '، ' : ', '),
    words: quoted(about.words ?? '', locale),
    instead: quoted(about.instead ?? '', locale),
  }
  return typeset(t(`editorial.findings.${known}`, said), locale)
}

/** The target of a reference, such as `cite cp-448-1#2`, as a reader knows it. */
function pointerName(pointer: string, { store, locale, t }: Reader): string {
  const [kind = '', id = ''] = pointer.split(' ')
  if (kind === 'quiz') return t('editorial.pointers.question')
  if (kind === 'fact') return t('editorial.pointers.fact', { name: id })
  const name = kind === 'def' ? store.terms[id]?.[locale] : citationName(store, id, locale)
  if (!name) return t('editorial.pointers.unknown')
  return kind === 'def' ? t('editorial.pointers.term', { name }) : name
}

function fileName(path: string, { t }: Reader): string {
  const [, name = '', end] = /([a-z-]+)\.(md|yaml)$/.exec(path) ?? []
  if (end === 'md' && name in LANGUAGE_NAMES) {
    return t('editorial.fileNames.text', { language: LANGUAGE_NAMES[name as Locale] })
  }
  if (path.includes('/bank/')) return t('editorial.fileNames.bank')
  const known = { lesson: 'details', practice: 'practice', case: 'case' } as const
  return t(`editorial.fileNames.${known[name as keyof typeof known] ?? 'other'}`)
}

function quoted(words: string, locale: Locale): string {
  if (locale === 'en') return `“${words}”`
  return locale === 'fr' ? `«\u00A0${words}\u00A0»` : `«${words}»`
}
