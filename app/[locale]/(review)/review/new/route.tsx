import { page } from '@/app/http/get-page'
import { NewTextsPage } from '@/components/editorial/new/new-texts-page'
import { requirePermission } from '@/server/auth/permit'
import { newTexts } from '@/server/editorial/new/new-proposals'
import { editorialDocument } from '../editorial-document'

/** The new texts that were proposed, with links to propose a lesson, a question or a translation. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const permit = await requirePermission(caller, 'editorial:read', { text: null })
  const texts = await newTexts(permit)
  const main = <NewTextsPage {...texts} proposed={query.get('done') === 'proposed'} locale={locale} t={t} />
  return editorialDocument(permit, t('editorial.new.title'), main)
})
