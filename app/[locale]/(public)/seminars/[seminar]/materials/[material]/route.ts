import { file } from '@/app/http/file'
import type { Translator } from '@/i18n/translator'
import { sendFile } from '@/server/file/send-file'
import { materialFile } from '@/server/seminar/materials'

const place = {
  path: ({ params }: { params: { seminar: string } }) => `/seminars/${params.seminar}`,
  name: (t: Translator) => t('materials.title'),
}

/** One file of the materials of a seminar, for those to whom it is open. */
export const GET = file<'seminar' | 'material'>(place, async ({ caller, params: { seminar, material }, query }) => {
  const asked = { seminarId: seminar, id: material, token: query.get('guest') }
  return sendFile(await materialFile(caller, asked, new Date()))
})
