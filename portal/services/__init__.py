"""The verbs of the flow, one module a matter. They know no web framework."""
