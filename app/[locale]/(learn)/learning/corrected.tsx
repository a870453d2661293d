import { CorrectionsNotice } from '@/components/course/corrections-page'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'
import { myCorrections } from '@/server/course/corrections'

/** A notice that names the courses in which a text that she had read was corrected. */
export async function correctedNotice(permit: Permit<'account:read'>, locale: Locale, t: Translator) {
  const corrected = (await myCorrections(permit)).map(({ release, announced }) => ({
    course: release.course,
    announced,
  }))
  return <CorrectionsNotice corrected={corrected} locale={locale} t={t} />
}
