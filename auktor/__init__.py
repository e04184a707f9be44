"""The program: makes a service of the four rooms db, resolvers, schema and publish.

Commands, settings, the ASGI application, who is asking and what it may cost live here; the law's rules in `core`.
"""
