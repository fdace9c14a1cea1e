"""The verbs of the flow, one module a matter, in rooms that `pyproject.toml` ranks. They know no web framework.

At the top stands only what every room takes: the context, values, errors, the calendar, QR codes.
"""
