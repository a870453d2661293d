import 'server-only'
import type { Actor } from '@/domain/auth/policy'
import { documentsOf, partsOf, wordsOf } from '@/domain/case/case-text'
import { begin } from '@/domain/case/simulation/play'
import type { Locale } from '@/domain/locale'
import type { PracticeFile } from '@/domain/practice/practice-file'
import { readableCase } from './read-cases'

/** The beginning of the paper with which a file opens; null for the person of a referral plan, who has none. */
export async function firstPaper(
  actor: Actor,
  { id, actions: [{ kind }] }: Pick<PracticeFile, 'id' | 'actions'>,
  locale: Locale,
): Promise<{ title: string; text: string } | null> {
  if (kind === 'referral') return null
  const { found } = await readableCase(actor, kind === 'simulation' ? 'simulation' : 'grid', id)
  const opened = found.file.kind === 'simulation' ? begin(found.file).opened[0]?.document : undefined
  const papers = documentsOf(found, locale)
  const paper = papers.find((each) => each.id === opened) ?? (opened === undefined ? papers[0] : undefined)
  const [block] = paper?.blocks ?? []
  return paper && block ? { title: paper.title, text: wordsOf(partsOf(block)) } : null
}
