import 'server-only'
import type { ReleasedCase } from '@/domain/case/case-file'
import { isRetired, retiredBy } from '@/domain/case/retired-case'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import { dayOf } from '@/domain/time/day'
import { library } from '../content/library'

/** The changes of the law since a file was written, according to today's library. A file with a change is retired. */
export function changesSince(found: ReleasedCase, locale: Locale, now: Date): OutdatedCitation[] {
  return retiredBy(found, library(), locale, dayOf(now))
}

/** Whether a file is retired, in whatever language: nobody may begin it. */
export function isRetiredNow(found: ReleasedCase, now: Date): boolean {
  return isRetired(found, library(), dayOf(now))
}
