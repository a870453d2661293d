import { resendForm } from '../../../people-forms'

export const POST = resendForm<'institution'>(({ params }) => params.institution)
