import { followRoom } from './follow-room'

followRoom()
