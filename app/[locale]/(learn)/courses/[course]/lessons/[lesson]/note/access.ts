import type { ReaderAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { lesson } from '@/tests/support/access/addresses'
import { all, lessonPage, signedIn } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: signedIn,
  POST: ({ lesson }) => ({
    form: () => ({ noteText: 'A note', block: '1' }),
    ...all(`303 ${lessonPage(lesson)}`),
    anonymous: '303 /ar/sign-in',
  }),
  states: {
    'new note': { path: (place) => `${lesson(0).path(place)}/note?block=0`, role: 'holder' },
    'new note, refused': {
      path: (place) => `${lesson(0).path(place)}/note?block=0`,
      role: 'reader',
      act: sendBlank('notes.save'),
    },
  },
}
