import { page } from '@/app/http/get-page'
import { BoardPage } from '@/components/editorial/board-page'
import { readQueueQuery } from '@/domain/editorial/queue'
import { requirePermission } from '@/server/auth/permit'
import { reviewBoard } from '@/server/editorial/board'
import { courseTitles } from '@/server/editorial/parts'
import { editorialDocument } from '../editorial-document'

/** How far the texts are signed. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const permit = await requirePermission(caller, 'editorial:read', { text: null })
  const [board, courses] = await Promise.all([reviewBoard(permit, readQueueQuery(query).area), courseTitles()])
  const reviews = permit.actor.roles?.platform.includes('reviewer') ?? false
  const main = <BoardPage board={board} courses={courses} reviews={reviews} now={new Date()} locale={locale} t={t} />
  return editorialDocument(permit, t('editorial.board.title'), main)
})
