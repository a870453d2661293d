import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { MergePreviewPage } from '@/components/account/merge-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { previewMerge } from '@/server/account-removal/merge-accounts'
import type { Permit } from '@/server/auth/permit'

/** What uniting the accounts would do. Null if the proof of the other account is no longer valid. */
export async function previewPage(
  { locale, t }: Context,
  permit: Permit<'account:merge'>,
  token: string,
  state: FormState = UNTOUCHED,
): Promise<DocumentPage | null> {
  const preview = await previewMerge(permit, token, locale, new Date())
  if (!preview) return null
  const { kept, other, counts, refusals } = preview
  const about = { email: kept.email, other: other.email, counts, refusals, token, state, locale, t }
  const main = <MergePreviewPage {...about} />
  return { title: t('merge.title'), main, styles: ['staff.css'], index: false, secretAddress: true }
}
