import type { Methods } from '../model-methods'
import { tokensFunction, validation } from './validation'

export const embeddingMethods: Methods = {
  standard: ['import time'],
  collections: 'from collections.abc import Mapping',
  sdk: {
    'dify_plugin.entities.model': ['EmbeddingInputType', 'PriceType'],
    'dify_plugin.entities.model.text_embedding': ['EmbeddingUsage', 'TextEmbeddingResult'],
  },
  body: `    def _invoke(
        self,
        model: str,
        credentials: dict,
        texts: list[str],
        user: str | None = None,
        input_type: EmbeddingInputType = EmbeddingInputType.DOCUMENT,
    ) -> TextEmbeddingResult:
        vectors: list[list[float]] = []
        tokens = 0
        size = max(1, self._get_max_chunks(model, credentials))
        for start in range(0, len(texts), size):
            part = texts[start : start + size]
            answer: Any = _post(
                credentials,
                "/embeddings",
                (5, 30),
                json={"model": model, "input": part, "encoding_format": "float"},
            ).json()
            found = sorted(answer["data"], key=lambda item: item["index"])
            vectors += [item["embedding"] for item in found]
            counted = (answer.get("usage") or {}).get("prompt_tokens")
            tokens += counted or sum(map(_tokens, part))
        price = self.get_price(model, credentials, PriceType.INPUT, tokens)
        usage = EmbeddingUsage(
            tokens=tokens,
            total_tokens=tokens,
            unit_price=price.unit_price,
            price_unit=price.unit,
            total_price=price.total_amount,
            currency=price.currency,
            latency=time.perf_counter() - self.started_at,
        )
        return TextEmbeddingResult(model=model, embeddings=vectors, usage=usage)

    def get_num_tokens(self, model: str, credentials: dict, texts: list[str]) -> list[int]:
        return [_tokens(text) for text in texts]

${validation(['self._invoke(model, dict(credentials), ["Hello"])']).join('\n')}`.split('\n'),
  functions: [tokensFunction],
}
