import { takeBackForm } from '../../../people-forms'

export const POST = takeBackForm<'institution'>(({ params }) => params.institution)
