"""The rules of the law as pure functions: identifiers, periods, money, life cycles, fees, obligation, errors.

Nothing here reads a file, a clock, a database or the network, so every rule can be tried in a test by value alone.
"""
