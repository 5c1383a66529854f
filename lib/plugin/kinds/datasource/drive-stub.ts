import { call, lay } from '../../python/layout'
import { todoMark } from '../../python/module'
import { names, readLines, takes, type StubInput, type StubParts } from './stub-parts'

/** Files of a drive: what stands in a folder, a page at a time, and the content of one file. */
export function driveParts({ credentials }: StubInput): StubParts {
  return {
    standard: ['import mimetypes', 'from collections.abc import Generator'],
    entities: [
      'DatasourceMessage',
      'OnlineDriveBrowseFilesRequest',
      'OnlineDriveBrowseFilesResponse',
      'OnlineDriveDownloadFileRequest',
      'OnlineDriveFile',
      'OnlineDriveFileBucket',
    ],
    constants: [
      '# Bytes of the largest file: a Dify of one machine gets each in one line, which has an end.',
      'LARGEST_FILE = 3_500_000',
    ],
    read: credentials,
    lines: [
      ...lay(
        call(
          'def _browse_files',
          ['self', 'request: OnlineDriveBrowseFilesRequest'],
          ' -> OnlineDriveBrowseFilesResponse:',
        ),
        4,
      ),
      ...readLines(credentials),
      ...lay(
        call('files, next_page = self._list_files', [
          'request.bucket',
          'request.prefix or ""',
          'request.max_keys',
          'request.next_page_parameters',
          ...names(credentials),
        ]),
        8,
      ),
      '        bucket = OnlineDriveFileBucket(',
      '            bucket=request.bucket,',
      '            files=files,',
      '            is_truncated=next_page is not None,',
      '            next_page_parameters=next_page,',
      '        )',
      '        return OnlineDriveBrowseFilesResponse(result=[bucket])',
      '',
      ...lay(
        call(
          'def _download_file',
          ['self', 'request: OnlineDriveDownloadFileRequest'],
          ' -> Generator[DatasourceMessage, None, None]:',
        ),
        4,
      ),
      ...readLines(credentials),
      ...lay(call('name, content = self._fetch_file', ['request.bucket', 'request.id', ...names(credentials)]), 8),
      '        if len(content) > LARGEST_FILE:',
      '            raise ValueError(f"{name} has {len(content)} bytes, at most {LARGEST_FILE} are sent.")',
      '        mime_type = mimetypes.guess_type(name)[0] or "application/octet-stream"',
      '        yield self.create_blob_message(content, {"file_name": name, "mime_type": mime_type})',
      '',
      ...lay(
        call(
          'def _list_files',
          [
            'self',
            'bucket: str | None',
            'folder: str',
            'most: int',
            'start: dict[str, Any] | None',
            ...takes(credentials),
          ],
          ' -> tuple[list[OnlineDriveFile], dict[str, Any] | None]:',
        ),
        4,
      ),
      `        # ${todoMark} ask your service what stands in this folder ("" is the root), and say`,
      '        # where its next page starts, or None. Give every request a time limit. A folder has the',
      '        # type "folder" and the size 0. A service with buckets lists those first: without a bucket',
      '        # _browse_files gives one OnlineDriveFileBucket for each then.',
      '        return [OnlineDriveFile(id="sample.txt", name="sample.txt", size=23, type="file")], None',
      '',
      ...lay(
        call(
          'def _fetch_file',
          ['self', 'bucket: str | None', 'file_id: str', ...takes(credentials)],
          ' -> tuple[str, bytes]:',
        ),
        4,
      ),
      `        # ${todoMark} fetch this file from your service here, with a time limit, and give its`,
      '        # name and its content.',
      '        return "sample.txt", b"This file is a sample.\\n"',
    ],
  }
}
