import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { requirePermission } from '@/server/auth/permit'
import { keepFigures } from '@/server/cohort/report/kept-reports'

export const POST = form({
  back: () => '/national',
  permit: ({ caller }) => requirePermission(caller, 'figures:keep', { institutionId: null }),
  act: (permit) => keepFigures(permit, new Date()),
  done: (day, { locale }) => href(locale, `/national/${day}?done=kept`),
})
