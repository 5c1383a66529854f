import type { Methods } from '../model-methods'
import { validation } from './validation'

export const moderationMethods: Methods = {
  standard: [],
  collections: 'from collections.abc import Mapping',
  sdk: {},
  body: `    def _invoke(self, model: str, credentials: dict, text: str, user: str | None = None) -> bool:
        answer: Any = _post(
            credentials,
            "/moderations",
            (5, 30),
            json={"model": model, "input": text},
        ).json()
        return any(result["flagged"] for result in answer["results"])

${validation(['self._invoke(model, dict(credentials), "Hello")']).join('\n')}`.split('\n'),
  functions: [],
}
