import 'server-only'
import qrcode from 'qrcode'
import { type HandoutKind, type PaperSection, readHandout } from '@/domain/course/handout'
import { reviewedParts } from '@/domain/course/reviewed-parts'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import { reviewedOn } from '@/domain/signoff/reviewed'
import { HOTLINE } from '@/domain/urgent-help'
import { formatDate, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { LoadedRelease } from '../../content/releases'
import { env } from '../../env'
import { printable } from '../../file/printable'
import { typesetPdf } from '../../typst'

/** Two handouts in three languages, for a release and the one before it. */
const KEPT = 12

/**
 * The brochure or the poster of a course, PDF/UA-1, from the texts of its lessons. It never changes for one release, so
 * it is made at the first request and cached.
 *
 * @throws {AppError} not-found, if the course has none.
 */
export async function handoutPdf(
  release: LoadedRelease,
  kind: HandoutKind,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  // Before the cache: requests for courses without a handout must not evict the handouts of the others.
  if (!release.course.file.handout) throw new AppError('not-found', `${kind} of ${release.courseId}`)
  return madeOnce(release, kind, locale)
}

const madeOnce = memoize(makeHandout, {
  key: (release, kind, locale) => `${release.id} ${kind} ${locale}`,
  limit: KEPT,
})

async function makeHandout(
  release: LoadedRelease,
  kind: HandoutKind,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const { file, lessons } = release.course
  const parts = file.handout ? readHandout(file.handout, lessons, locale) : null
  if (!parts) throw new AppError('not-found', `${kind} of ${release.courseId}`)
  const address = `${env().publicUrl}/${locale}/courses/${release.courseId}`
  const t = translator(locale)
  const say = (text: string) => printable(typeset(text, locale))
  const data = {
    locale,
    title: say(file.title[locale]),
    summary: say(t('course.handout.lead')),
    issuer: say(t('site.name')),
    day: release.publishedAt.toISOString().slice(0, 10).split('-').map(Number),
    number: HOTLINE,
    numberWords: say(t('course.handout.number')),
    online: say(t('course.handout.online')),
    address: printable(address.replace(/^https?:\/\//, '')),
    qrAlt: say(t('course.handout.qr')),
    imprint: say(imprintOf(release, locale)),
    parts: Object.fromEntries(Object.entries(parts).map(([part, section]) => [part, spoken(section, say)])),
  }
  const qr = await qrcode.toString(address, { type: 'svg', margin: 0 })
  return typesetPdf({
    template: `course/handout/${kind}.typ`,
    inputs: { data: JSON.stringify(data) },
    files: { 'course/handout/qr.svg': qr },
  })
}

/** The release, the date of its law, and whether a jurist has signed it: paper is read after the page has changed. */
function imprintOf(release: LoadedRelease, locale: Locale): string {
  const t = translator(locale)
  const { file } = release.course
  const dates = reviewedParts(release.course).map((part) => reviewedOn(part, 'legal', locale))
  const oldest = dates.includes(null) ? null : dates.toSorted()[0]
  const facts = [
    t('site.name'),
    t('course.release', { n: release.number }),
    t('course.lawAsOf', { date: formatDate(new Date(file.lawDate), locale) }),
    oldest ? t('course.reviewed', { date: formatDate(new Date(oldest), locale) }) : t('course.awaitingReview'),
  ]
  return facts.join(' · ')
}

function spoken({ title, blocks }: PaperSection, say: (text: string) => string): PaperSection {
  const words = <T extends { text: string }>(runs: T[]) => runs.map((run) => ({ ...run, text: say(run.text) }))
  return {
    title: say(title),
    blocks: blocks.map((block) =>
      block.kind === 'list' ? { ...block, items: block.items.map(words) } : { ...block, runs: words(block.runs) },
    ),
  }
}
