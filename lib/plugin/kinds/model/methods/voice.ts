import type { Methods } from '../model-methods'
import { validation } from './validation'

export const voiceMethods: Methods = {
  standard: [],
  collections: 'from collections.abc import Generator, Mapping',
  sdk: {},
  body: `    def _invoke(
        self,
        model: str,
        tenant_id: str,
        credentials: dict,
        content_text: str,
        voice: str,
        user: str | None = None,
    ) -> bytes | Generator[bytes, None, None]:
        return self._speak(model, credentials, content_text, voice)

    def _speak(
        self, model: str, credentials: dict, text: str, voice: str
    ) -> Generator[bytes, None, None]:
        known = [each["value"] for each in self.get_tts_model_voices(model, credentials) or []]
        default = self._get_model_default_voice(model, credentials)
        limit = self._get_model_word_limit(model, credentials) or 500
        for part in self._split_text_into_sentences(text, max_length=limit):
            response = _post(
                credentials,
                "/audio/speech",
                (10, 120),
                json={
                    "model": model,
                    "input": part,
                    "voice": voice if voice in known else default or voice or "alloy",
                    "response_format": self._get_model_audio_type(model, credentials) or "mp3",
                },
                stream=True,
            )
            with response:
                yield from response.iter_content(chunk_size=8192)

${validation(['for _ in self._speak(model, dict(credentials), "Hello", ""):', '    break']).join('\n')}`.split('\n'),
  functions: [],
}
