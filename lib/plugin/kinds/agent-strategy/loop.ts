import { todoMark } from '../../python/module'

/** Imports of the part that is the same whatever the YAML says: asking a model in rounds, calling its tools. */
export function loopImports(instruction: boolean, query: boolean): string[] {
  const messages = [
    'AssistantPromptMessage',
    'PromptMessage',
    ...(instruction ? ['SystemPromptMessage'] : []),
    'ToolPromptMessage',
    ...(query ? ['UserPromptMessage'] : []),
  ]
  return [
    'from dify_plugin.entities.invoke_message import InvokeMessage',
    'from dify_plugin.entities.model import ModelFeature',
    'from dify_plugin.entities.model.llm import LLMModelConfig, LLMResultChunk, LLMUsage',
    `from dify_plugin.entities.model.message import (\n${messages.map((name) => `    ${name},\n`).join('')})`,
    'from dify_plugin.interfaces.agent import AgentModelConfig, AgentStrategy, ToolEntity',
  ]
}

/** Messages of tools that are handed on to people as they are. */
export const fileTypes = [
  'FILE_TYPES = (',
  '    InvokeMessage.MessageType.BLOB,',
  '    InvokeMessage.MessageType.BLOB_CHUNK,',
  '    InvokeMessage.MessageType.FILE,',
  '    InvokeMessage.MessageType.IMAGE,',
  '    InvokeMessage.MessageType.IMAGE_LINK,',
  ')',
]

export const loopMethods = `    def _work(
        self,
        model: AgentModelConfig,
        tools: list[ToolEntity],
        messages: list[PromptMessage],
        rounds: int,
    ) -> Generator[AgentInvokeMessage, None, None]:
        usage: dict[str, LLMUsage | None] = {"usage": None}
        for number in range(1, rounds + 1):
            log = self.create_log_message(
                f"Round {number}", {}, InvokeMessage.LogMessage.LogStatus.START
            )
            yield log
            # In the last round the model gets no tools, so that it has to answer.
            offered = tools if number < rounds else []
            text = ""
            calls: list[AssistantPromptMessage.ToolCall] = []
            for chunk in self._ask_model(model, messages, offered):
                piece = chunk.delta.message.get_text_content()
                if piece:
                    text += piece
                    yield self.create_text_message(piece)
                _add_calls(calls, chunk.delta.message.tool_calls)
                if chunk.delta.usage:
                    self.increase_usage(usage, chunk.delta.usage)
            messages.append(AssistantPromptMessage(content=text, tool_calls=calls))
            results = []
            for call in calls:
                result = yield from self._call_tool(offered, call)
                results.append({"tool": call.function.name, "result": result})
                messages.append(
                    ToolPromptMessage(content=result, tool_call_id=call.id, name=call.function.name)
                )
            yield self.finish_log_message(log, data={"answer": text, "tools": results})
            # ${todoMark} decide here when the work is done. Until then it is done when
            # the model calls no tool.
            if not calls:
                break

        if total := usage["usage"]:
            spent = {
                "prompt_tokens": total.prompt_tokens,
                "completion_tokens": total.completion_tokens,
                "total_tokens": total.total_tokens,
                "total_price": float(total.total_price),
                "currency": total.currency,
            }
            yield self.create_json_message({"execution_metadata": spent})

    def _ask_model(
        self, model: AgentModelConfig, messages: list[PromptMessage], tools: list[ToolEntity]
    ) -> Generator[LLMResultChunk, None, None]:
        """The model's answer in pieces, or as one where it cannot call tools in pieces."""
        features = (model.entity.features if model.entity else None) or []
        config = LLMModelConfig.model_validate(model.model_dump(mode="json"))
        offered = self._init_prompt_tools(tools)
        stop = model.completion_params.get("stop")
        ask = self.session.model.llm.invoke
        if not offered or ModelFeature.STREAM_TOOL_CALL in features:
            yield from ask(config, messages, tools=offered, stop=stop, stream=True)
        else:
            answer = ask(config, messages, tools=offered, stop=stop, stream=False)
            yield answer.to_llm_result_chunk()

    def _call_tool(
        self, tools: list[ToolEntity], call: AssistantPromptMessage.ToolCall
    ) -> Generator[AgentInvokeMessage, None, str]:
        """What the tool answers, or why it does not, as text for the model."""
        tool = next((tool for tool in tools if tool.identity.name == call.function.name), None)
        if tool is None:
            return f"There is no tool {call.function.name}."
        try:
            arguments = json.loads(call.function.arguments or "{}")
        except ValueError as exc:
            return f"The arguments are not JSON: {exc}."
        if not isinstance(arguments, dict):
            return "The arguments are no JSON object."
        result = ""
        try:
            for message in self.session.tool.invoke(
                provider_type=tool.provider_type,
                provider=tool.identity.provider,
                tool_name=tool.identity.name,
                parameters={**tool.runtime_parameters, **arguments},
                credential_id=tool.credential_id,
            ):
                if message.type in FILE_TYPES:
                    yield AgentInvokeMessage(
                        type=message.type, message=message.message, meta=message.meta
                    )
                result += _text_of(message)
        except Exception as exc:
            return f"{result}The tool failed: {exc}"
        return result or "The tool is done and has no answer."`.split('\n')

export const loopFunctions = [
  `def _add_calls(
    calls: list[AssistantPromptMessage.ToolCall], pieces: list[AssistantPromptMessage.ToolCall]
) -> None:
    """Adds tool calls to those before; the arguments of one may come in several pieces."""
    for piece in pieces:
        same = [call for call in calls if call.id == piece.id] if piece.id else calls[-1:]
        if same and (piece.id or not piece.function.name):
            same[0].function.arguments += piece.function.arguments
        else:
            calls.append(piece)
`,
  `def _text_of(message: InvokeMessage) -> str:
    """What the model reads of one message of a tool."""
    if message.type in FILE_TYPES:
        return "A file was made and handed to the person.\\n"
    content = message.message
    if isinstance(content, InvokeMessage.TextMessage):
        return content.text
    if isinstance(content, InvokeMessage.JsonMessage):
        return json.dumps(content.json_object, ensure_ascii=False, default=str) + "\\n"
    if isinstance(content, InvokeMessage.VariableMessage):
        return f"{content.variable_name}: {content.variable_value}\\n"
    return ""
`,
]

export const modelFunction = `def _model(value: Any, label: str) -> AgentModelConfig:
    """The model that was chosen; a ValueError where it is none that can be asked."""
    try:
        return AgentModelConfig.model_validate(value)
    except (TypeError, ValueError) as exc:
        raise ValueError(f"{label} is no language model.") from exc
`

export const toolsFunction = `def _tools(value: Any, label: str) -> list[ToolEntity]:
    """The tools that were chosen; a ValueError where one cannot be called."""
    try:
        return [ToolEntity.model_validate(tool) for tool in value or []]
    except (TypeError, ValueError) as exc:
        raise ValueError(f"{label} holds something that is no tool.") from exc
`
