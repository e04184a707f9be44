-- Not part of the register: a few minutes' memory that the processes share. Unlogged, because losing it in a crash costs nothing
-- and writing it to the log once a second would cost every standby.
CREATE UNLOGGED TABLE points_spent (
    client BYTEA NOT NULL,
    spent DOUBLE PRECISION NOT NULL,
    back_a_second DOUBLE PRECISION NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (client),
    CONSTRAINT client_is_a_digest CHECK (octet_length(client) = 16),
    CONSTRAINT spent_is_not_negative CHECK (spent >= 0)
);
CREATE INDEX points_spent_by_at ON points_spent (at);
COMMENT ON TABLE points_spent IS 'What each client has spent lately; forgotten after minutes.';
COMMENT ON COLUMN points_spent.client IS 'Digest of the address or the subject of the client.';
COMMENT ON COLUMN points_spent.spent IS 'Points that had not been given back at the time.';
COMMENT ON COLUMN points_spent.back_a_second IS 'Points given back every second.';
COMMENT ON COLUMN points_spent.at IS 'The time it was told.';
