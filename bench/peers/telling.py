"""What was measured, as tables in Markdown."""

from collections.abc import Mapping

from measuring import Took
from servers import ANSWERING, LIMITS


def tables(took: Mapping[str, Mapping[str, Took]], memory: Mapping[str, float]) -> str:
    """The tables in Markdown: requests a second and ratios; processor; latency; memory."""
    lines = [
        f"| question | {' | '.join(ANSWERING)} | × mercurius | × postgraphile | × apollo | × strawberry |",
        f"|---|{'---:|' * (len(ANSWERING) + 4)}",
    ]
    for question, by in took.items():
        rates = " | ".join(f"{by[name].rate:,.0f}" for name in ANSWERING)
        ratios = " | ".join(f"{by['auktor'].rate / by[name].rate:.2f}" for name in ANSWERING[1:])
        lines.append(f"| {question} | {rates} | {ratios} |")
    lines += [
        "",
        f"| ms CPU (of it PostgreSQL) | {' | '.join(ANSWERING)} | ÷ mercurius | ÷ postgraphile |",
    ]
    lines += [f"|---|{'---:|' * (len(ANSWERING) + 2)}"]
    for question, by in took.items():
        spent = " | ".join(f"{_cpu_of(by[name]):.2f} ({by[name].database_ms:.2f})" for name in ANSWERING)
        shares = " | ".join(
            f"{_cpu_of(by['auktor']) / _cpu_of(by[name]):.2f}" for name in ("mercurius", "postgraphile")
        )
        lines.append(f"| {question} | {spent} | {shares} |")
    lines += [
        "",
        f"| ms, p50 / p99 | {' | '.join(ANSWERING)} |",
        f"|---|{'---:|' * len(ANSWERING)}",
    ]
    for question, by in took.items():
        lines.append(f"| {question} | {' | '.join(f'{by[name].p50:.1f} / {by[name].p99:.1f}' for name in ANSWERING)} |")
    lines += ["", f"| question | {' | '.join(LIMITS)} | kept ÷ raw asgi | told ÷ raw asgi |"]
    lines += [f"|---|{'---:|' * (len(LIMITS) + 2)}"]
    for question, by in took.items():
        if "kept" in by:
            rates = " | ".join(f"{by[name].rate:,.0f}" for name in LIMITS)
            shares = " | ".join(f"{by[name].rate / by['raw asgi'].rate:.2f}" for name in ("kept", "told"))
            lines.append(f"| {question} | {rates} | {shares} |")
    lines += ["", f"| | {' | '.join(memory)} |", f"|---|{'---:|' * len(memory)}"]
    lines += [f"| MB of memory after the run | {' | '.join(f'{value:.0f}' for value in memory.values())} |"]
    return "\n".join(lines) + "\n"


def _cpu_of(took: Took) -> float:
    return took.app_ms + took.database_ms
