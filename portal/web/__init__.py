"""Shared plumbing of all pages and of the API: sessions, headers, checks, static files."""
