"""From the text of a question to its answer: parsed, kept within the limits, validated, executed."""

from schema.answering.answer import Answer, Event, Json, Part, Question, RequestError
from schema.answering.executor import Executor, Ready
from schema.answering.standing import Standing, Stands

__all__ = ["Answer", "Event", "Executor", "Json", "Part", "Question", "Ready", "RequestError", "Standing", "Stands"]
