export const weatherLabel = { en_US: 'Weather', zh_Hans: '天气', ja_JP: '天気', pt_BR: 'Tempo' }

export const weatherDescription = {
  en_US: 'The forecast for any place on earth, from Open-Meteo.',
  zh_Hans: '来自 Open-Meteo 的全球天气预报。',
  ja_JP: 'Open-Meteo による世界各地の天気予報。',
  pt_BR: 'A previsão para qualquer lugar do mundo, do Open-Meteo.',
}

/** What we wrote into the example by hand. */
export const forecastYaml = (author: string) => `identity:
  author: ${author}
  name: forecast
  label:
    en_US: Forecast
    zh_Hans: 天气预报
    ja_JP: 天気予報
    pt_BR: Previsão do tempo
description:
  human:
    en_US: The weather of the next days in a place.
    zh_Hans: 某地未来几天的天气。
    ja_JP: ある場所のこれから数日の天気。
    pt_BR: O tempo dos próximos dias em um lugar.
  llm: Returns the daily forecast (temperature, rain) of a place for up to 14 days.
parameters:
  # The model fills these in.
  - name: place
    type: string
    required: true
    form: llm
    label:
      en_US: Place
      zh_Hans: 地点
      ja_JP: 場所
      pt_BR: Lugar
    human_description:
      en_US: City or town, for example Porto.
      zh_Hans: 城市或城镇，例如波尔图。
      ja_JP: 市や町。例：ポルト。
      pt_BR: Cidade ou vila, por exemplo Porto.
    llm_description: City or town, with the country when unclear.
  - name: days
    type: number
    required: false
    form: llm
    default: 3
    min: 1
    max: 14
    label:
      en_US: Days
      zh_Hans: 天数
      ja_JP: 日数
      pt_BR: Dias
    human_description:
      en_US: How many days to look ahead, today is the first.
      zh_Hans: 预报多少天，今天是第一天。
      ja_JP: 何日先まで見るか。今日が1日目です。
      pt_BR: Quantos dias à frente, hoje é o primeiro.
    llm_description: Number of days to forecast, 1 to 14. Use 3 if the user gives none.
  # A person chooses this once.
  - name: units
    type: select
    required: true
    form: form
    default: metric
    label:
      en_US: Units
      zh_Hans: 单位
      ja_JP: 単位
      pt_BR: Unidades
    human_description:
      en_US: What the answer is measured in.
      zh_Hans: 结果使用的单位。
      ja_JP: 結果の単位。
      pt_BR: Em que unidades vem a resposta.
    options:
      - value: metric
        label:
          en_US: Celsius and millimetres
          zh_Hans: 摄氏度和毫米
          ja_JP: 摂氏とミリメートル
          pt_BR: Celsius e milímetros
      - value: imperial
        label:
          en_US: Fahrenheit and inches
          zh_Hans: 华氏度和英寸
          ja_JP: 華氏とインチ
          pt_BR: Fahrenheit e polegadas
output_schema:
  type: object
  properties:
    found_place:
      type: string
      description: The place as Open-Meteo understood it.
    days:
      type: array
      description: One entry a day, the first is today.
      items:
        type: object
        properties:
          date:
            type: string
          high:
            type: number
          low:
            type: number
          rain:
            type: number
extra:
  python:
    source: tools/forecast.py
`

export const forecastPython = `"""The tool described in tools/forecast.yaml."""

from collections.abc import Generator
from typing import Any

import requests
from dify_plugin import Tool
from dify_plugin.entities.tool import ToolInvokeMessage

PLACES_URL = "https://geocoding-api.open-meteo.com/v1/search"
FORECAST_URL = "https://api.open-meteo.com/v1/forecast"
TIMEOUT = (5, 20)


class Forecast(Tool):
    def _invoke(self, tool_parameters: dict[str, Any]) -> Generator[ToolInvokeMessage, None, None]:
        name = str(tool_parameters.get("place") or "").strip()
        if not name:
            yield self.create_text_message("Place is missing.")
            return
        days = max(1, min(14, int(tool_parameters.get("days") or 3)))
        imperial = tool_parameters.get("units") == "imperial"

        try:
            place = self._find_place(name)
            if place is None:
                yield self.create_text_message(f"Open-Meteo knows no place called {name}.")
                return
            forecast = self._ask_forecast(place, days, imperial)
        except (requests.RequestException, ValueError, KeyError) as exc:
            yield self.create_text_message(f"Open-Meteo did not answer: {type(exc).__name__}.")
            return

        found = ", ".join(str(place[key]) for key in ("name", "country") if place.get(key))
        sign = "°F" if imperial else "°C"
        lines = [f"{day['date']}: {day['low']} to {day['high']} {sign}" for day in forecast]
        yield self.create_text_message("\\n".join([found, *lines]))
        yield self.create_variable_message("found_place", found)
        yield self.create_variable_message("days", forecast)
        yield self.create_json_message({"found_place": found, "days": forecast})

    def _find_place(self, name: str) -> dict[str, Any] | None:
        """The first place of this name; None where there is none."""
        response = requests.get(PLACES_URL, params={"name": name, "count": 1}, timeout=TIMEOUT)
        response.raise_for_status()
        places = response.json().get("results") or []
        return places[0] if places else None

    def _ask_forecast(
        self, place: dict[str, Any], days: int, imperial: bool
    ) -> list[dict[str, Any]]:
        """One entry a day, the first is today."""
        response = requests.get(
            FORECAST_URL,
            params={
                "latitude": place["latitude"],
                "longitude": place["longitude"],
                "daily": "temperature_2m_max,temperature_2m_min,precipitation_sum",
                "forecast_days": days,
                "timezone": "auto",
                "temperature_unit": "fahrenheit" if imperial else "celsius",
                "precipitation_unit": "inch" if imperial else "mm",
            },
            timeout=TIMEOUT,
        )
        response.raise_for_status()
        daily = response.json()["daily"]
        columns = ("time", "temperature_2m_max", "temperature_2m_min", "precipitation_sum")
        rows = zip(*(daily[column] for column in columns), strict=True)
        return [
            {"date": date, "high": high, "low": low, "rain": rain} for date, high, low, rain in rows
        ]
`

export const weatherReadme = `# Weather

The forecast for any place on earth, from [Open-Meteo](https://open-meteo.com). No key is needed.

## Setup

In Dify, open *Plugins*, choose *Install plugin* and then *Local package file*, and select the package of this plugin.

## Credentials

None: Open-Meteo answers without a key.

## Usage

Add the tool \`forecast\` to an agent and ask for the weather of a place, or add it to a workflow as a node and give it a place. The
units are chosen once in its settings. It answers with a text, and with the variables \`found_place\` and \`days\`.

## Connection

The plugin asks geocoding-api.open-meteo.com for the place and api.open-meteo.com for its forecast.
`

export const weatherPrivacy = `# Privacy

This says how Weather handles data.

- The plugin collects no data about the people who use it and stores nothing.
- The name of the place, and then its coordinates, are sent to Open-Meteo (https://open-meteo.com/en/terms), which answers the request.
- Nothing else is shared with anybody.
`
