-- Addresses of other systems that are called with each event they want. Their secrets are in the vault, named here.
create table webhooks (
    id         text        primary key,
    name       text        not null,
    url        text        not null,
    -- none for all
    types      text[]      not null,
    only_tpps  text[]      not null,
    -- ACTIVE, PAUSED by a person, STOPPED after too many failures
    state      text        not null,
    -- events up to here have become deliveries
    position   bigint      not null,
    secret     text        not null,
    -- the one before, which still signs, too
    old_secret text,
    old_until  timestamptz,
    -- since the last success
    failures   int         not null default 0,
    holder     text,
    until      timestamptz,
    -- when its last turn ended; whose is longest ago is next
    served_at  timestamptz,
    created_by text        not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

create table webhook_deliveries (
    id       bigint      generated always as identity primary key,
    webhook  text        not null references webhooks on delete cascade,
    event    bigint      not null,
    type     text        not null,
    body     text        not null,
    -- WAITING, DELIVERED, DEAD
    state    text        not null,
    tries    int         not null default 0,
    next_at  timestamptz,
    status   int,
    note     text,
    millis   int,
    made_at  timestamptz not null,
    tried_at timestamptz,
    unique (webhook, event)
);
create index webhook_deliveries_due on webhook_deliveries (webhook, next_at) where state = 'WAITING';
create index webhook_deliveries_dead on webhook_deliveries (webhook, id) where state = 'DEAD';
create index webhook_deliveries_by_age on webhook_deliveries (made_at);
