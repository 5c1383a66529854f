import { call, lay, type Code } from '../../python/layout'
import { pythonString } from '../../python/literals'
import { todoMark } from '../../python/module'
import { placeholders } from '../../python/placeholders'
import { keptVariables } from '../../schema/kept-variables'
import { names, readLines, takes, type StubInput, type StubParts } from './stub-parts'

/** Documents of a workspace: a list of pages, and the text of one as variables. */
export function documentParts({ parameters, credentials, outputSchema }: StubInput): StubParts {
  const read = [...parameters, ...credentials]
  return {
    standard: ['from collections.abc import Generator, Mapping'],
    entities: [
      'DatasourceGetPagesResponse',
      'DatasourceMessage',
      'GetOnlineDocumentPageContentRequest',
      'OnlineDocumentInfo',
      'OnlineDocumentPage',
    ],
    read,
    lines: [
      ...lay(
        call('def _get_pages', ['self', 'datasource_parameters: Mapping[str, Any]'], ' -> DatasourceGetPagesResponse:'),
        4,
      ),
      ...readLines(read),
      ...lay(call('return DatasourceGetPagesResponse', [call('result=self._list_workspaces', names(read))]), 8),
      '',
      ...lay(
        call(
          'def _get_content',
          ['self', 'page: GetOnlineDocumentPageContentRequest'],
          ' -> Generator[DatasourceMessage, None, None]:',
        ),
        4,
      ),
      ...readLines(credentials),
      ...lay(call('content = self._read_page', ['page.page_id', ...names(credentials)]), 8),
      ...variables(outputSchema).flatMap(([name, value]) =>
        lay(call('yield self.create_variable_message', [pythonString(name), value]), 8),
      ),
      '',
      ...lay(call('def _list_workspaces', ['self', ...takes(read)], ' -> list[OnlineDocumentInfo]:'), 4),
      `        # ${todoMark} ask your service for its workspaces and their pages here. Give every`,
      '        # request a time limit, such as timeout=(5, 30). No text may be None.',
      ...samplePages,
      '',
      ...lay(call('def _read_page', ['self', 'page_id: str', ...takes(credentials)], ' -> str:'), 4),
      `        # ${todoMark} ask your service for the text of this page here, with a time limit.`,
      '        return "This page is a sample."',
    ],
  }
}

/** One variable for each property of the output, `content` always among them. */
function variables(schema: unknown): (readonly [string, Code])[] {
  const known: Readonly<Record<string, Code>> = {
    workspace_id: 'page.workspace_id',
    page_id: 'page.page_id',
    content: 'content',
  }
  const declared = placeholders(schema, keptVariables) ?? Object.keys(known).map((name) => [name, name] as const)
  const sent = declared.map(
    ([name, value]) => [name, Object.hasOwn(known, name) ? (known[name] ?? value) : value] as const,
  )
  return sent.some(([name]) => name === 'content') ? sent : [...sent, ['content', 'content']]
}

const samplePages = [
  '        page = OnlineDocumentPage(',
  '            page_id="sample",',
  '            page_name="Sample page",',
  '            type="page",',
  '            last_edited_time="2025-01-01T00:00:00Z",',
  '        )',
  '        pages = [page]',
  '        workspace = OnlineDocumentInfo(',
  '            workspace_id="sample",',
  '            workspace_name="Sample workspace",',
  '            workspace_icon="",',
  '            total=len(pages),',
  '            pages=pages,',
  '        )',
  '        return [workspace]',
]
