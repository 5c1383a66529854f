"""What Dify's SDK makes of a plugin.

    python load.py FOLDER

Prints one JSON object: `ok`, `problems` (sentences), `entrypoint` and `parts`, the classes that the SDK
registered. The plugin is loaded by the SDK's own registration; then every class is looked at as Dify would
use it: nothing abstract, it can be built, overridden methods take what the SDK passes, methods that the YAML
calls for are there. No transport is started. Needs a Python with dify_plugin, and a fresh process for each
plugin, since its modules are imported.
"""

import os
import sys

FOLDER = os.path.abspath(sys.argv[1])
os.chdir(FOLDER)
sys.path[0] = FOLDER  # as for `python -m main`; the plugin's modules must not meet ours
sys.dont_write_bytecode = True

import dify_plugin  # noqa: E402 (gevent patches the process, so it comes before the rest)

import functools  # noqa: E402
import inspect  # noqa: E402
import json  # noqa: E402
import traceback  # noqa: E402
from pathlib import Path  # noqa: E402


def main():
    problems = list(syntax_errors())
    report = {"parts": [], "entrypoint": None}
    try:
        from dify_plugin.core.plugin_registration import PluginRegistration

        registration = PluginRegistration(dify_plugin.DifyPluginEnv(_env_file=None))
    except Exception as error:
        problems.append(f"does not load: {described(error)}")
    else:
        report["entrypoint"] = registration.configuration.meta.runner.entrypoint
        for kind, name, cls, base, build, wanted in registered(registration):
            report["parts"].append({"kind": kind, "name": name, "class": cls.__name__})
            problems += [f"{kind} {name}: {what}" for what in wrong_with(cls, base, build, wanted)]
        problems += types_without_class(registration)
    return {"ok": not problems, "problems": problems} | report


def registered(registration):
    """Each class with its kind, name, SDK base, how Dify builds it, and methods that its YAML calls for."""
    from dify_plugin.core.runtime import Session

    for provider, (config, cls, tools) in registration.tools_mapping.items():
        wanted = ["_validate_credentials"] if config.credentials_schema else []
        if config.oauth_schema:
            steps = ("get_authorization_url", "get_credentials", "refresh_credentials")
            wanted += [f"_oauth_{step}" for step in steps]
        yield "provider", provider, cls, dify_plugin.ToolProvider, cls, wanted
        for name, (tool, tool_cls) in tools.items():
            types = {parameter.type.value for parameter in tool.parameters or []}
            options = ["_fetch_parameter_options"] if "dynamic-select" in types else []
            yield "tool", name, tool_cls, dify_plugin.Tool, _from_nothing(tool_cls), options
    session = Session.empty_session()
    for rule in registration.endpoints.iter_rules():
        name = f"{'/'.join(sorted(rule.methods - {'HEAD'})) or 'HEAD'} {rule.rule}"
        cls = rule.endpoint
        yield "endpoint", name, cls, dify_plugin.Endpoint, lambda cls=cls: cls(session), []
    yield from _triggers(registration, session)
    yield from _datasources(registration, session)
    yield from _strategies(registration, session)
    yield from _models(registration)


def _triggers(registration, session):
    from dify_plugin.entities.provider_config import CredentialType
    from dify_plugin.entities.trigger import Subscription, TriggerSubscriptionConstructorRuntime
    from dify_plugin.interfaces.trigger import (
        Event,
        EventRuntime,
        Trigger,
        TriggerRuntime,
        TriggerSubscriptionConstructor,
    )

    factory, nobody = registration.trigger_factory, CredentialType.UNAUTHORIZED
    subscription = Subscription(endpoint="http://localhost")
    for config in registration.triggers_configuration:
        provider, declared = config.identity.name, config.subscription_constructor
        cls = factory.get_provider_cls(provider)
        yield "trigger", provider, cls, Trigger, lambda cls=cls: cls(TriggerRuntime(session, nobody)), []
        if declared:
            cls = factory.get_subscription_constructor_cls(provider)
            wanted = ["_validate_api_key"] if declared.credentials_schema else []
            if declared.oauth_schema:
                steps = ("get_authorization_url", "get_credentials", "refresh_credentials")
                wanted += [f"_oauth_{step}" for step in steps]
            runtime = TriggerSubscriptionConstructorRuntime(session, nobody)
            yield (
                "subscription constructor",
                provider,
                cls,
                TriggerSubscriptionConstructor,
                lambda cls=cls, runtime=runtime: cls(runtime),
                wanted + _options(declared.parameters),
            )
        for event in config.events:
            runtime = EventRuntime(session, nobody, subscription)
            cls = type(factory.get_trigger_event_handler(provider, event.identity.name, runtime))
            build = lambda cls=cls, runtime=runtime: cls(runtime)  # noqa: E731
            yield "event", event.identity.name, cls, Event, build, _options(event.parameters)


def _datasources(registration, session):
    from dify_plugin.entities.datasource import DatasourceRuntime
    from dify_plugin.interfaces.datasource import DatasourceProvider
    from dify_plugin.interfaces.datasource.online_document import OnlineDocumentDatasource
    from dify_plugin.interfaces.datasource.online_drive import OnlineDriveDatasource
    from dify_plugin.interfaces.datasource.website import WebsiteCrawlDatasource

    runtime = DatasourceRuntime(credentials={}, user_id=None, session_id=None)
    for provider, mapping in registration.datasource_mapping.items():
        config, cls = mapping.configuration, mapping.provider_cls
        wanted = ["_validate_credentials"] if config.credentials_schema else []
        if config.oauth_schema:
            steps = ("get_authorization_url", "get_credentials", "refresh_credentials")
            wanted += [f"_oauth_{step}" for step in steps]
        yield "provider", provider, cls, DatasourceProvider, cls, wanted
        for base, members in (
            (WebsiteCrawlDatasource, mapping.website_crawl_datasource_mapping),
            (OnlineDocumentDatasource, mapping.online_document_datasource_mapping),
            (OnlineDriveDatasource, mapping.online_drive_datasource_mapping),
        ):
            for name, cls in members.items():
                yield "datasource", name, cls, base, lambda cls=cls: cls(runtime, session), []


def _strategies(registration, session):
    from dify_plugin.entities.agent import AgentRuntime

    runtime = AgentRuntime(user_id=None)
    for _, strategies in registration.agent_strategies_mapping.values():
        for name, (_, cls) in strategies.items():
            build = functools.partial(cls, runtime=runtime, session=session)
            yield "agent strategy", name, cls, dify_plugin.AgentStrategy, build, []


def _models(registration):
    for provider, (config, instance, factory) in registration.models_mapping.items():
        yield "model provider", provider, type(instance), dify_plugin.ModelProvider, lambda: None, []
        added = "customizable-model" in {way.value for way in config.configurate_methods}
        for kind, cls in factory.models.items():
            base = next(each for each in cls.__mro__ if each.__module__.startswith("dify_plugin."))
            build = functools.partial(factory.get_instance, kind)
            yield kind.value, provider, cls, base, build, ["get_customizable_model_schema"] if added else []


def types_without_class(registration):
    """Types of models that a provider supports and no source implements: their first request fails."""
    for provider, (config, _, factory) in registration.models_mapping.items():
        for kind in set(config.supported_model_types) - set(factory.models):
            yield f"model provider {provider}: no source has a class for {kind.value}"


def _options(parameters):
    types = {parameter.type.value for parameter in parameters or []}
    return ["_fetch_parameter_options"] if "dynamic-select" in types else []


def _from_nothing(tool_cls):
    return lambda: tool_cls.from_credentials({})


def wrong_with(cls, base, build, wanted):
    """What would fail at the first request, as sentences."""
    if inspect.isabstract(cls):
        yield f"{cls.__name__} lacks {', '.join(sorted(cls.__abstractmethods__))}"
    else:
        try:
            build()
        except Exception as error:
            yield f"{cls.__name__} cannot be built: {described(error)}"
    for name in wanted:
        if getattr(cls, name) is getattr(base, name):
            yield f"{cls.__name__} lacks {name}, which the YAML calls for"
    for name, override in vars(cls).items():
        of_base = getattr(base, name, None)
        if not (inspect.isfunction(override) and inspect.isfunction(of_base)):
            continue
        expected, given = (list(inspect.signature(each).parameters) for each in (of_base, override))
        if given[: len(expected)] != expected:
            yield f"{cls.__name__}.{name} takes {given}, the SDK passes {expected}"
        if name == "_invoke" and base in (dify_plugin.Tool, dify_plugin.AgentStrategy) and not inspect.isgeneratorfunction(override):
            yield f"{cls.__name__}._invoke yields nothing"


def syntax_errors():
    """The daemon compiles every file when it installs a plugin."""
    for path in sorted(Path(FOLDER).rglob("*.py")):
        try:
            compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            yield f"{path.relative_to(FOLDER)} does not compile: {error}"


def described(error):
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(FOLDER)]
    place = f"{os.path.relpath(frames[-1].filename, FOLDER)}:{frames[-1].lineno}: " if frames else ""
    return f"{place}{type(error).__name__}: {' '.join(str(error).split())[:500]}"


if __name__ == "__main__":
    print(json.dumps(main(), default=str), flush=True)
    os._exit(0)  # a plugin may have started threads
