"""The program seen from outside: counted for Prometheus, told in the log, and traced where somebody asks for it.

| file | its one idea |
|---|---|
| `seen.py` | what is known of the request that is being answered, for all who count and tell of it |
| `requests.py` | every request is counted, told and traced when it has ended |
| `sources.py` | the numbers that others keep |
| `metrics.py` | the numbers of one process, in a registry of its own |
| `page.py` | `/metrics`: the numbers of all processes, for those who may see them |
| `logs.py` | a line of JSON for each event in production, of text in development |
| `traces.py` | spans, where a collector is named; nothing of OpenTelemetry is imported elsewhere |
"""
