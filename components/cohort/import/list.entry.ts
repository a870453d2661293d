import { followList } from './follow-list'

const place = document.querySelector<HTMLElement>('[data-list=open]')
if (place) followList(place)
