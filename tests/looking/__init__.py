"""Every page in every state, once: a catalogue that tests examine and `make pictures` photographs."""
