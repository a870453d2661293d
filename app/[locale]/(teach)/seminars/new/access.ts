import type { StaffAccess } from '@/tests/support/access/access'
import { sendBlank } from '@/tests/support/access/acts'
import { page } from '@/tests/support/access/addresses'
import { at } from '@/tests/support/access/permissions'

export const access: StaffAccess = {
  GET: {
    asks: at('seminar:create'),
    query: ({ institutionId }) => `?institution=${institutionId}`,
    answer: 200,
  },
  POST: {
    asks: at('seminar:create'),
    query: ({ institutionId }) => `?institution=${institutionId}`,
    form: () => ({ titleFrench: '', sittings: '1' }),
    answer: 400,
  },
  states: {
    'seminar, new': { ...page('/seminars/new'), role: 'administrator' },
    'seminar, new, refused': {
      ...page('/seminars/new'),
      role: 'administrator',
      act: sendBlank('seminar.form.create'),
    },
  },
}
