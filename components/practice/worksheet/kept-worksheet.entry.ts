import { offerSite } from '../../course/kept/offer-site'
import { copyButtons } from '../../shell/copy-buttons'
import { printButtons } from '../../shell/print-buttons'
import './worksheet.entry'

// The only script of the worksheet that a device keeps.
copyButtons()
offerSite()
printButtons()
