import type { Methods } from '../model-methods'
import { tokensFunction, validation } from './validation'

export const llmMethods: Methods = {
  standard: ['import json'],
  collections: 'from collections.abc import Generator, Mapping',
  sdk: {
    'dify_plugin.entities.model.llm': ['LLMResult', 'LLMResultChunk', 'LLMResultChunkDelta', 'LLMUsage'],
    'dify_plugin.entities.model.message': [
      'AssistantPromptMessage',
      'ImagePromptMessageContent',
      'PromptMessage',
      'PromptMessageTool',
      'TextPromptMessageContent',
      'ToolPromptMessage',
    ],
  },
  body: `    def _invoke(
        self,
        model: str,
        credentials: dict,
        prompt_messages: list[PromptMessage],
        model_parameters: dict,
        tools: list[PromptMessageTool] | None = None,
        stop: list[str] | None = None,
        stream: bool = True,
        user: str | None = None,
    ) -> LLMResult | Generator[LLMResultChunk, None, None]:
        body: dict[str, Any] = {
            **model_parameters,
            "model": model,
            "messages": [_message(message) for message in prompt_messages],
            "stream": stream,
        }
        if tools:
            body["tools"] = [{"type": "function", "function": tool.model_dump()} for tool in tools]
        if stop:
            body["stop"] = stop
        if stream:
            body["stream_options"] = {"include_usage": True}
        response = _post(credentials, "/chat/completions", (10, 120), json=body, stream=stream)
        # An error while the stream is read is not mapped by the SDK; the request itself is.
        if stream:
            return self._stream(model, credentials, prompt_messages, response)
        return self._complete(model, credentials, prompt_messages, response.json())

    def _complete(
        self, model: str, credentials: dict, prompt_messages: list[PromptMessage], answer: Any
    ) -> LLMResult:
        said = answer["choices"][0]["message"]
        text = said.get("content") or ""
        message = AssistantPromptMessage(
            content=text,
            tool_calls=[_tool_call(call) for call in said.get("tool_calls") or []],
        )
        usage = self._usage(model, credentials, prompt_messages, text, answer.get("usage"))
        return LLMResult(model=model, message=message, usage=usage)

    def _stream(
        self,
        model: str,
        credentials: dict,
        prompt_messages: list[PromptMessage],
        response: requests.Response,
    ) -> Generator[LLMResultChunk, None, None]:
        text, index, reason, counted = "", 0, "stop", None
        calls: dict[int, dict[str, str]] = {}
        try:
            for event in _events(response):
                counted = event.get("usage") or counted
                for choice in event.get("choices") or []:
                    reason = choice.get("finish_reason") or reason
                    delta = choice.get("delta") or {}
                    _collect(calls, delta.get("tool_calls") or [])
                    if not delta.get("content"):
                        continue
                    text += delta["content"]
                    message = AssistantPromptMessage(content=delta["content"])
                    yield LLMResultChunk(
                        model=model, delta=LLMResultChunkDelta(index=index, message=message)
                    )
                    index += 1
        except Exception as exc:
            raise self._transform_invoke_error(exc) from exc
        message = AssistantPromptMessage(
            content="",
            tool_calls=[
                _tool_call({"id": call["id"], "function": call}) for call in calls.values()
            ],
        )
        usage = self._usage(model, credentials, prompt_messages, text, counted)
        yield LLMResultChunk(
            model=model,
            delta=LLMResultChunkDelta(
                index=index, message=message, usage=usage, finish_reason=reason
            ),
        )

    def _usage(
        self,
        model: str,
        credentials: dict,
        prompt_messages: list[PromptMessage],
        text: str,
        counted: dict[str, int] | None,
    ) -> LLMUsage:
        counts = counted or {}
        sent = counts.get("prompt_tokens") or self.get_num_tokens(
            model, credentials, prompt_messages
        )
        answered = counts.get("completion_tokens") or _tokens(text)
        return self._calc_response_usage(model, credentials, sent, answered)

    def get_num_tokens(
        self,
        model: str,
        credentials: dict,
        prompt_messages: list[PromptMessage],
        tools: list[PromptMessageTool] | None = None,
    ) -> int:
        texts = [message.get_text_content() for message in prompt_messages]
        texts += [tool.model_dump_json() for tool in tools or []]
        return sum(_tokens(text) + 3 for text in texts)

${validation([
  '_post(',
  '    credentials,',
  '    "/chat/completions",',
  '    (5, 15),',
  '    json={',
  '        "model": model,',
  '        "messages": [{"role": "user", "content": "Hello"}],',
  '        "max_tokens": 8,',
  '    },',
  ')',
]).join('\n')}`.split('\n'),
  functions: [
    `def _message(message: PromptMessage) -> dict[str, Any]:
    """A message as the service takes it."""
    content: Any = message.content or ""
    if isinstance(message.content, list):
        content = [_part(part) for part in message.content]
    sent: dict[str, Any] = {"role": message.role.value, "content": content}
    if isinstance(message, ToolPromptMessage):
        sent["tool_call_id"] = message.tool_call_id
    if isinstance(message, AssistantPromptMessage) and message.tool_calls:
        sent["tool_calls"] = [call.model_dump() for call in message.tool_calls]
    return sent
`,
    `def _part(part: Any) -> dict[str, Any]:
    """A part of a message: text or a picture."""
    if isinstance(part, TextPromptMessageContent):
        return {"type": "text", "text": part.data}
    if isinstance(part, ImagePromptMessageContent):
        return {"type": "image_url", "image_url": {"url": part.data, "detail": part.detail.value}}
    raise InvokeBadRequestError("The model takes text and pictures only.")
`,
    `def _tool_call(call: Mapping) -> AssistantPromptMessage.ToolCall:
    """A call of a tool as Dify takes it."""
    function = call["function"]
    return AssistantPromptMessage.ToolCall(
        id=call.get("id"),
        type="function",
        function=AssistantPromptMessage.ToolCall.ToolCallFunction(
            name=function.get("name"), arguments=function.get("arguments")
        ),
    )
`,
    `def _collect(calls: dict[int, dict[str, str]], parts: list[dict[str, Any]]) -> None:
    """Adds parts of tool calls, which come piece by piece, to what came before."""
    for part in parts:
        call = calls.setdefault(part.get("index") or 0, {"id": "", "name": "", "arguments": ""})
        function = part.get("function") or {}
        call["id"] = part.get("id") or call["id"]
        call["name"] += function.get("name") or ""
        call["arguments"] += function.get("arguments") or ""
`,
    `def _events(response: requests.Response) -> Generator[dict[str, Any], None, None]:
    """The events of a stream, up to its end; the SDK's own error where one says that it failed."""
    found = False
    with response:
        for line in response.iter_lines():
            text = line.decode("utf-8").strip()
            if text == "data: [DONE]":
                return
            if not text.startswith("data:"):
                continue
            found = True
            event = json.loads(text.removeprefix("data:"))
            if error := event.get("error"):
                reason = json.dumps(error)[:500]
                raise InvokeServerUnavailableError(f"The service answered: {reason}")
            yield event
    if not found:
        raise InvokeBadRequestError("The service did not answer with a stream.")
`,
    tokensFunction,
  ],
}
