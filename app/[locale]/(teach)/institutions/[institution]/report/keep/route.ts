import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { keepFigures } from '@/server/cohort/report/kept-reports'
import { openInstitution } from '@/server/institution/open-institution'

const back = ({ params }: Context<'institution'>) => `/institutions/${params.institution}/report`

export const POST = form({
  back,
  permit: ({ caller, params }) => openInstitution(caller, 'figures:keep', params.institution),
  act: ({ permit }) => keepFigures(permit, new Date()),
  done: (day, context) => href(context.locale, `${back(context)}/${day}?done=kept`),
})
