import 'server-only'
import { HANDOUTS, type HandoutKind } from '@/domain/course/handout'
import type { Locale } from '@/domain/locale'
import type { LoadedRelease } from '../../content/releases'
import { handoutPdf } from './handout-pdf'

/** The handouts of a course in a language, each with its size in bytes. */
export async function listHandouts(
  release: LoadedRelease,
  locale: Locale,
): Promise<{ kind: HandoutKind; bytes: number }[]> {
  if (!release.course.file.handout) return []
  return Promise.all(HANDOUTS.map(async (kind) => ({ kind, bytes: (await handoutPdf(release, kind, locale)).length })))
}
