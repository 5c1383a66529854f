import { measureCells, measureModels } from './models'
import { measureOAuth } from './oauth'
import { packByRoute, packInProcess } from './packing'
import { measurePages } from './pages'
import { measureHistory, measureIdle, measureList, measureSaving } from './saving'
import { measureSearch } from './search'
import { editEveryScalar } from './yaml-edits'

/** What `npm run bench -- NAME` can name: measured in this process, against a running app, and against one on each database. */
export const inProcess = { yaml: editEveryScalar, pack: packInProcess, search: measureSearch, cells: measureCells }
export const withApp = { route: packByRoute, pages: measurePages, models: measureModels, oauth: measureOAuth }
export const onDatabases = { saving: measureSaving, idle: measureIdle, list: measureList, history: measureHistory }
