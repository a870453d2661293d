import 'server-only'
import type { CertificateFacts } from '@/domain/certificate/certificate-facts'
import { certificateStatus } from '@/domain/certificate/certificate-rules'
import type { LawUpdate } from '@/domain/certificate/law-update'
import { initialsOf } from '@/domain/certificate/match-name'
import type { Paper, Presence, ReviewStated } from '@/domain/certificate/paper'
import { certificateOf } from '@/domain/course/graded'
import { currentRelease, loadRelease } from '../content/releases'
import type { CertificateRow } from '../db/certificate/certificates'
import { reviewOf } from './review-of'

/**
 * The institution that confirmed the holder, under its name at that time; null if the holder declared her name herself.
 */
export function confirmerOf({
  confirmerArabic,
  confirmerLatin,
}: Pick<CertificateRow, 'confirmerArabic' | 'confirmerLatin'>): CertificateFacts['confirmer'] {
  return confirmerArabic && confirmerLatin ? { ar: confirmerArabic, fr: confirmerLatin } : null
}

/** Joins the facts that were fixed at issue with what the release says about the course, if it is about one. */
export async function certificateFacts(row: CertificateRow): Promise<CertificateFacts> {
  const { title, course, issuer, content, minutes, review } = await statedBy(row)
  return {
    number: row.number,
    status: certificateStatus(row),
    supersededBy: row.supersededBy,
    revokedAt: row.revokedAt,
    issuedAt: row.issuedAt,
    initials: { ar: initialsOf(row.nameArabic ?? ''), fr: row.initials },
    kind: row.paper?.kind ?? null,
    title: row.paper?.title ?? title,
    course,
    issuer: row.paper?.institution?.name ?? issuer,
    institution: row.paper?.institution ?? null,
    cosigners: row.paper?.cosigners ?? [],
    content,
    updates: updatesOf(row),
    exam: row.paper?.exam ?? null,
    work: row.paper?.work ?? null,
    review,
    presence: row.paper?.presence ?? null,
    minutes,
    confirmer: confirmerOf(row),
  }
}

/** The facts for readers other than the holder and those to whom she gives her link or her paper. */
export function withoutMark({ exam, ...facts }: CertificateFacts): CertificateFacts {
  if (!exam) return { ...facts, exam, work: null }
  const { score: _, ...stated } = exam
  return { ...facts, exam: stated, work: null }
}

export function updatesOf({ updates }: Pick<CertificateRow, 'updates'>): LawUpdate[] {
  return updates.map(({ id, lawDate, updatedAt, release }) => ({
    id,
    lawDate,
    updatedAt: new Date(updatedAt),
    release,
  }))
}

type Stated = Pick<CertificateFacts, 'title' | 'course' | 'issuer' | 'content' | 'minutes' | 'review'>

/** The facts about the subject of a certificate: a seminar, as its paper states it, or a release of a course. */
async function statedBy({ releaseId, paper }: Pick<CertificateRow, 'releaseId' | 'paper'>): Promise<Stated> {
  if (releaseId === null) {
    const { presence, institution } = requirePresence(paper)
    const { seminar: course, minutes } = presence
    return { title: course, course, issuer: institution?.name ?? course, content: null, minutes, review: null }
  }
  const { course, courseId, number: release, publishedAt: releasedAt } = await loadRelease(releaseId)
  const { title, issuer, hours } = certificateOf(course.file)
  const content = { release, releasedAt, lawDate: new Date(course.file.lawDate) }
  // A release never changes, so it still shows what was signed on the day of issue.
  const review = paper?.review ?? reviewOf(course, paper?.exam?.language ?? null)
  const since = review.on === null ? await reviewedSince(courseId, review) : null
  return { title, course: course.file.title, issuer, content, minutes: hours * 60, review: { ...review, since } }
}

async function reviewedSince(courseId: string, { language }: ReviewStated) {
  const newest = await currentRelease(courseId)
  const on = newest && reviewOf(newest.course, language).on
  return newest && on ? { release: newest.number, on } : null
}

/** The paper of an attestation of attendance. One without half-days is never stored, so it is a bug: it throws. */
export function requirePresence(paper: Paper | null): Paper & { presence: Presence } {
  if (!paper?.presence) throw new Error('an attestation of attendance without its half-days')
  return { ...paper, presence: paper.presence }
}
