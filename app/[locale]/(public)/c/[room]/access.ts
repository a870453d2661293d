import type { ReaderAccess } from '@/tests/support/access/access'
import { checkIn } from '@/tests/support/access/acts'
import { page, room } from '@/tests/support/access/addresses'
import { all, anyone } from '@/tests/support/access/answers'

export const access: ReaderAccess = {
  GET: anyone,
  POST: { form: () => ({ code: '' }), ...all(400) },
  entry: {
    file: 'server/seminar/attendance/room.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of the file
    says: '${base}/${halfDayId}?k=',
  },
  states: {
    'check-in, with the code of the screen': { ...room('room', '?k=123456'), role: 'sitter' },
    'check-in of a guest': room('room', '?k=123456'),
    'check-in, answered': { ...room('room'), role: 'holder' },
    'check-in, old code': { ...room('room', '?k=123456'), role: 'sitter', act: checkIn },
    'check-in, closed': { ...room('closedRoom', '?k=123456'), role: 'sitter', act: checkIn },
    'check-in, no such room': { ...page('/c/none'), status: 404 },
  },
}
