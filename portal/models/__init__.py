"""What is stored: envelopes, days and states in one place, keys and sessions in two others."""
