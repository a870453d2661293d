import type { Named } from '@/domain/audit/named'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { shownIn } from '@/domain/text/texts'
import type { Translator } from '@/i18n/translator'

/** A part of what an act is about, in words. `cohort`: the id of the cohort that it names. */
export type NamedPart = { label: string; text: string; cohort?: string }

/**
 * What an act is about beside a person with an account: who has the place, in which cohort, from what to what, which
 * seminar, which address.
 *
 * @param rows the number of people of one and the same act; her name is shown only if she is alone.
 */
export function namedParts(named: Named | null, rows: number, locale: Locale, t: Translator): NamedPart[] {
  if (!named) return []
  const { cohort, member, seminar, host } = named
  const title = seminar && shownIn(seminar, locale)?.value
  return [
    ...(rows > 1 ? [{ label: t('audit.people'), text: t('audit.peopleCount', { count: rows }) }] : []),
    ...(rows === 1 && member ? [{ label: t('audit.about'), text: nameIn(member, locale) || member.email }] : []),
    ...(cohort ? [{ label: t('audit.cohort'), text: cohort.name, cohort: cohort.id }] : []),
    ...(named.to ? [{ label: t('audit.change'), text: changeText(named, t) }] : []),
    ...(title ? [{ label: t('audit.seminar'), text: title }] : []),
    ...(host ? [{ label: t('audit.host'), text: host }] : []),
  ]
}

function changeText({ from, to }: Named, t: Translator): string {
  const state = (status: NonNullable<Named['to']>) => t(`cohorts.statuses.${status}`)
  if (!to) return ''
  return from ? t('audit.fromTo', { from: state(from), to: state(to) }) : state(to)
}
