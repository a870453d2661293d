import { nativeForms } from '../form/native-forms'
import { copyButtons } from './copy-buttons'
import { loadSender } from './load-sender'
import { printButtons } from './print-buttons'
import { readingPanel } from './reading-panel'

copyButtons()
printButtons()
nativeForms()
loadSender()
readingPanel()
