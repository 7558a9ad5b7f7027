-- The wishes that clients marked with an Idempotency-Key, and what was answered; never a secret.
create table idempotency_keys (
    actor        text not null,
    key          text not null,
    call         text not null,
    request_hash text not null,
    status       int,
    content_type text,
    location     text,
    body         text,
    started_at   timestamptz not null,
    primary key (actor, key)
);

create index idempotency_keys_started_at on idempotency_keys (started_at);
