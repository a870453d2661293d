import { copyButtons } from './copy-buttons'

copyButtons()
