import { siteText } from '../site-text'

export const GET = siteText('privacy')
