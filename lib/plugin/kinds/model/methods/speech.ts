import type { Methods } from '../model-methods'
import { validation } from './validation'

export const speechMethods: Methods = {
  standard: ['from pathlib import Path', 'from typing import IO, Any'],
  collections: 'from collections.abc import Mapping',
  sdk: {},
  body: `    def _invoke(
        self, model: str, credentials: dict, file: IO[bytes], user: str | None = None
    ) -> str:
        name = Path(str(getattr(file, "name", "audio.mp3"))).name
        return _text(credentials, model, name, file.read())

${validation(['sample = Path(self._get_demo_file_path())', '_text(credentials, model, sample.name, sample.read_bytes())']).join('\n')}`.split(
    '\n',
  ),
  functions: [
    `def _text(credentials: Mapping, model: str, name: str, sound: bytes) -> str:
    """What is said in a sound."""
    answer: Any = _post(
        credentials,
        "/audio/transcriptions",
        (10, 120),
        data={"model": model},
        files={"file": (name, sound)},
    ).json()
    return str(answer["text"])
`,
  ],
}
