import type { Locale, Localized } from '@/domain/locale'
import type { SignedKind } from '@/domain/signoff/entry-signoff'
import type { Scope } from '@/domain/signoff/scope'
import type { Part } from '@/domain/signoff/text-key'
import type { Translator } from '@/i18n/translator'

/** The titles of the courses by id. */
export type CourseTitles = Readonly<Record<string, Localized>>
export type Fact = { label: string; value: string }

/** The name of a course or of a part of the library in a scope. A course that is no longer published has its id. */
export function partName(part: Part, courses: CourseTitles, locale: Locale, t: Translator): string {
  const [of, name = ''] = part.split(':')
  if (of === 'library') return t(`editorial.kinds.${name as SignedKind}`)
  return Object.hasOwn(courses, name) ? (courses[name]?.[locale] ?? name) : name
}

/** A reviewer's scope in words. */
export function scopeFacts(scope: Scope, courses: CourseTitles, locale: Locale, t: Translator): Fact[] {
  const list = (words: readonly string[]) => words.join(' · ')
  return [
    { label: t('editorial.scope.areas'), value: list(scope.areas.map((area) => t(`editorial.areas.${area}`))) },
    {
      label: t('editorial.scope.parts'),
      value: list(scope.parts.map((part) => partName(part, courses, locale, t))),
    },
    {
      label: t('editorial.scope.languages'),
      value: list(scope.languages.map((language) => t(`editorial.languages.${language}`))),
    },
    {
      label: t('editorial.scope.signs'),
      value: t('editorial.scope.as', { function: scope.function, body: scope.body }),
    },
  ]
}

export function ScopeFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul className="plain sm">
      {facts.map(({ label, value }) => (
        <li key={label}>
          <span className="muted">{label}</span> <bdi>{value}</bdi>
        </li>
      ))}
    </ul>
  )
}
