import { call, lay, prefixed } from '../../python/layout'
import type { Local } from '../../python/locals'
import { todoMark } from '../../python/module'
import { names, readLines, takes, type StubInput, type StubParts } from './stub-parts'

/** A crawl: says how far it is, then gives all pages with its last message. */
export function crawlParts({ parameters, credentials }: StubInput): StubParts {
  const read = [...parameters, ...credentials]
  const limit = parameters.find(({ name, field }) => field.type === 'number' && limiting.test(name))
  return {
    standard: ['from collections.abc import Generator, Iterator, Mapping'],
    entities: ['WebsiteCrawlMessage', 'WebSiteInfo', 'WebSiteInfoDetail'],
    read,
    lines: [
      ...lay(
        call(
          'def _get_website_crawl',
          ['self', 'datasource_parameters: Mapping[str, Any]'],
          ' -> Generator[WebsiteCrawlMessage, None, None]:',
        ),
        4,
      ),
      ...readLines(read),
      '        pages: list[WebSiteInfoDetail] = []',
      '        yield self._progress("processing", pages)',
      ...lay(prefixed('for page in ', call('self._crawl', names(read))), 8, ':'),
      '            pages.append(page)',
      '            yield self._progress("processing", pages)',
      ...(limit ? limitLines(limit) : []),
      '        yield self._progress("completed", pages)',
      '',
      ...lay(call('def _crawl', ['self', ...takes(read)], ' -> Iterator[WebSiteInfoDetail]:'), 4),
      `        # ${todoMark} fetch the pages from your service here, and give each on as soon as it`,
      '        # is there. Give every request a time limit, such as timeout=(5, 30).',
      ...lay(
        call('yield WebSiteInfoDetail', [
          `source_url=${addressOf(parameters)}`,
          'content="This page is a sample."',
          'title="Sample page"',
          'description=""',
        ]),
        8,
      ),
      ...progress,
    ],
  }
}

/** Names of parameters that say how many pages are wanted. */
const limiting =
  /^(limit|count|max_(pages|results|items|urls|count)|num_(pages|results)|(page|result|url)_(limit|count))$/

function limitLines({ name, reading }: Local): string[] {
  const sure = !reading.annotation.includes('None')
  return [`            if ${sure ? '' : `${name} is not None and `}len(pages) >= ${name}:`, '                break']
}

/** The parameter that holds an address, else an example. */
function addressOf(parameters: readonly Local[]): string {
  const address = parameters.find(({ name, reading }) => reading.annotation === 'str' && /url|link|site/.test(name))
  return address?.name ?? '"https://example.com/"'
}

const progress = [
  '',
  '    def _progress(self, status: str, pages: list[WebSiteInfoDetail]) -> WebsiteCrawlMessage:',
  '        # Dify takes the pages from the last message; the others tell how many there are.',
  '        info = WebSiteInfo(status=status, total=len(pages), completed=len(pages))',
  '        info.web_info_list = pages if status == "completed" else []',
  '        return self.create_crawl_message(info)',
]
