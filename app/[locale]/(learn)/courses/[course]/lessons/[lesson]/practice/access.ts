import type { ReaderAccess } from '@/tests/support/access/access'
import { all, lessonPage } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  POST: ({ lesson, choice }) => ({
    form: () => ({ question: choice.id, a: choice.options[0]?.id ?? '' }),
    ...all(`303 ${lessonPage(lesson)}`),
  }),
}
