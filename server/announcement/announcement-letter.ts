import 'server-only'
import { type Texts, wordsFor } from '@/domain/announcement/announcement'
import type { Letter } from '@/domain/letter/letter'
import { LOCALES, type Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import { findAccount } from '../db/account/accounts'
import type { AnnouncementRow, AudienceMember } from '../db/announcement/announcements'
import type { Db } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import { findInstitution } from '../db/institution/institutions'
import { env } from '../env'

export type Wording = {
  id: string
  texts: Texts
  cohort: Pick<CohortRow, 'name' | 'locale'>
  institution: Names
  /** Null once her account is deleted. */
  sender: Names | null
}

/** What all letters of an announcement have in common. */
export async function wordingOf(
  db: Db,
  cohort: CohortRow,
  { id, texts, authorId }: Pick<AnnouncementRow, 'id' | 'texts' | 'authorId'>,
): Promise<Wording> {
  const [institution, sender] = await Promise.all([
    findInstitution(db, cohort.institutionId),
    authorId === null ? null : findAccount(db, authorId),
  ])
  if (!institution) throw new Error(`no institution ${cohort.institutionId}`)
  return { id, texts, cohort, institution, sender }
}

/** The letter of an announcement in each language of its text, as a test for `writer`. @param path of its page. */
export function testLetters(
  writer: Names & { email: string },
  { id, texts, cohort, institution, sender }: Wording,
  path: string,
): Letter<'announcementTest'>[] {
  return LOCALES.flatMap((locale) => {
    const words = texts[locale]
    if (!words) return []
    const school = nameIn(institution, locale)
    return [
      {
        kind: 'announcementTest' as const,
        to: writer.email,
        name: nameIn(writer, locale),
        locale,
        link: new URL(`/${locale}${path}`, env().publicUrl).href,
        about: {
          cohort: cohort.name,
          institution: school,
          announcement: { id, ...words, wordsIn: locale, from: fromIn(locale, sender, school) },
        },
      },
    ]
  })
}

/** Who writes, and for which institution. */
function fromIn(locale: Locale, sender: Names | null, school: string): string {
  return sender ? `${nameIn(sender, locale)}, ${school}` : school
}

/** The letter to one person, in her language. The announcement itself may have been written in another one. */
export function announcementLetter(
  person: Pick<AudienceMember, 'nameArabic' | 'nameLatin' | 'email' | 'locale'>,
  { id, texts, cohort, institution, sender }: Wording,
): Letter<'announcement'> {
  const { locale, email: to } = person
  const { locale: wordsIn, ...words } = wordsFor(texts, locale, cohort.locale)
  const school = nameIn(institution, locale)
  return {
    kind: 'announcement',
    to,
    name: nameIn(person, locale),
    locale,
    link: new URL(`${pathOf(locale)}#told-${id}`, env().publicUrl).href,
    about: {
      cohort: cohort.name,
      institution: school,
      announcement: { id, ...words, wordsIn, from: fromIn(locale, sender, school) },
    },
  }
}

const pathOf = (locale: Locale) => `/${locale}/learning/messages`
