"""What the register knows, and since when: the tables, their history, the only writer, the loader and the migrations.

PostgreSQL is the only database. Nothing here knows GraphQL, HTTP or settings; addresses and folders are handed in.
"""
