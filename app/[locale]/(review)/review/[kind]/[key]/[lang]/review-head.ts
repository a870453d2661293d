import type { Context } from '@/app/http/context'
import type { ReviewHead } from '@/components/editorial/review-frame'
import type { ShownThread } from '@/components/editorial/threads'
import { isWaiting } from '@/domain/editorial/proposal'
import { signState } from '@/domain/editorial/signature'
import { LOCALES, type Locale } from '@/domain/locale'
import { reviewPath, type TextKind } from '@/domain/signoff/text-key'
import type { StyleName } from '@/server/assets'
import { placeOfThread } from '@/server/editorial/comments'
import type { OpenedText } from '@/server/editorial/open-text'
import type { TextState, ThreadRow } from '@/server/editorial/state'

export type ReviewContext = Context<'kind' | 'key' | 'lang'>

/** The style sheets of the review pages of a kind of text: they show it as its readers see it. */
export function reviewStyles(kind: TextKind): readonly StyleName[] {
  if (kind === 'lesson' || kind === 'bank') return ['reader.css', 'review.css']
  if (kind === 'case') return ['reader.css', 'casework.css', 'review.css']
  return ['reader.css', 'library.css', 'review.css']
}

export function pathOf({ text, language }: OpenedText): string {
  return reviewPath(text.key, language)
}

export const writesIn = ({ permit }: OpenedText) => Boolean(permit.actor.roles?.reviewer)

export function headOf(opened: OpenedText, state: TextState, { t }: Pick<ReviewContext, 't'>): ReviewHead {
  const { text, language } = opened
  const counting = state.signatures.filter(({ withdrawnAt }) => withdrawnAt === null)
  const inEach = <T>(make: (locale: Locale) => T) =>
    Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Record<Locale, T>
  return {
    title: text.title,
    course: text.course?.title ?? null,
    draft: text.draft,
    writes: writesIn(opened),
    kind: t(`editorial.text.kinds.${text.key.kind}`),
    minutes: text.minutes,
    path: pathOf(opened),
    language,
    paths: inEach((locale) => reviewPath(text.key, locale)),
    states: inEach((locale) => signState(text, counting, locale, 'legal')),
    openThreads: state.threads.reduce((sum, { open }) => sum + open, 0),
    waitingProposals: state.proposals.filter(isWaiting).length,
  }
}

/** A thread as a page shows it, at the block where its passage stands now. */
export function shownThread({ text, language }: OpenedText, thread: ThreadRow): ShownThread {
  return { ...thread, ...placeOfThread(text.blocks, thread, language) }
}
