import { measureCells, measureModels } from './models'
import { packByRoute, packInProcess } from './packing'
import { measurePages } from './pages'
import { measureSearch } from './search'
import { editEveryScalar } from './yaml-edits'

/** What `npm run bench -- NAME` can name: measured in this process, and against a running app. */
export const inProcess = { yaml: editEveryScalar, pack: packInProcess, search: measureSearch, cells: measureCells }
export const withApp = { route: packByRoute, pages: measurePages, models: measureModels }
