"""Which rows answer a question: a batch of keys, arguments and a moment in, one SQL select out.

No GraphQL and no input or output: the selects are run elsewhere, so each can be read and tested as a value.
"""
