import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { FacePage } from '@/components/institution/face/face-page'
import { href } from '@/components/shell/paths'
import { nameIn } from '@/domain/person/name-in'
import { dayOf } from '@/domain/time/day'
import { readFace } from '@/server/institution/face/read-face'
import { openInstitution } from '@/server/institution/open-institution'
import { doneIn, staffDocument } from '../../../staff-document'
import { actOnFace } from './act-on-face'
import { readFaceForm } from './read-face-form'

/** The page, with a form for each thing that can be changed: the field `act` says which one was sent. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution'>) => openInstitution(caller, 'face:change', params.institution),
  page: async ({ locale, t, query }, { permit, institution }, state) => {
    const about = {
      ...(await readFace(permit)),
      institution,
      name: nameIn(institution, locale),
      today: dayOf(new Date()),
      done: doneIn(query),
    }
    return staffDocument(t('face.title'), <FacePage {...about} state={state} locale={locale} t={t} />)
  },
  read: readFaceForm,
  act: ({ permit }, wanted, words) => actOnFace(permit, wanted, words, new Date()),
  done: (_, { locale, params }) => href(locale, `/institutions/${params.institution}/face?done=saved`),
})
