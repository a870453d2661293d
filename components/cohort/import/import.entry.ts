import { followImport } from './follow-import'

const place = document.querySelector<HTMLElement>('[data-list=open]')
if (place) followImport(place)
