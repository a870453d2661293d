import type { Place, ReaderAccess } from '@/tests/support/access/access'
import { all } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  // No group plays a simulation with this id.
  GET: { ...all(404), anonymous: '303 /ar/sign-in' },
  POST: {
    form: () => ({ act: 'leave', seat: 'prosecutor' }),
    ...all(404),
    anonymous: '303 /ar/sign-in',
  },
  states: {
    'simulation in seats': {
      path: ({ locale, cast }: Place) => `/${locale}/practice/seats/${cast.group}`,
      role: 'tutor',
    },
  },
}
