import type { Methods } from '../model-methods'
import { validation } from './validation'

export const rerankMethods: Methods = {
  standard: [],
  collections: 'from collections.abc import Mapping',
  sdk: { 'dify_plugin.entities.model.rerank': ['RerankDocument', 'RerankResult'] },
  body: `    def _invoke(
        self,
        model: str,
        credentials: dict,
        query: str,
        docs: list[str],
        score_threshold: float | None = None,
        top_n: int | None = None,
        user: str | None = None,
    ) -> RerankResult:
        if not docs:
            return RerankResult(model=model, docs=[])
        answer: Any = _post(
            credentials,
            "/rerank",
            (5, 30),
            json={"model": model, "query": query, "documents": docs, "top_n": top_n or len(docs)},
        ).json()
        ranked = [
            RerankDocument(
                index=result["index"],
                text=docs[result["index"]],
                score=result["relevance_score"],
            )
            for result in answer["results"]
        ]
        ranked.sort(key=lambda document: document.score, reverse=True)
        if score_threshold is not None:
            ranked = [document for document in ranked if document.score >= score_threshold]
        return RerankResult(model=model, docs=ranked[:top_n])

${validation(['self._invoke(model, dict(credentials), "Hello", ["Hello", "Goodbye"])']).join('\n')}`.split('\n'),
  functions: [],
}
