create table campaigns (
    version bigint not null default 0,
    id              text        primary key,
    name            text        not null,
    tpp             text        not null,
    -- the name of an environment, or the kind of which each bank's first is taken
    environment     text        not null,
    services        text[]      not null,
    application     text,
    starts_per_hour int         not null,
    at_once         int         not null,
    state           text        not null,
    created_by      text        not null,
    created_at      timestamptz not null,
    changed_at      timestamptz not null
);
create trigger campaigns_changed before update on campaigns for each row execute function count_change();
create index campaigns_newest on campaigns (created_at desc, id desc);
create index campaigns_running on campaigns (created_at) where state = 'RUNNING';

create table campaign_items (
    campaign    text        not null references campaigns,
    -- its id, or id:branch where each branch registers us by itself
    bank        text        not null,
    -- null where the bank has none of the wanted kind
    environment text,
    state       text        not null,
    -- why it was skipped or refused, or could not begin yet
    code        text,
    reason      text,
    findings    jsonb       not null default '[]',
    -- what it has begun, or what made it skip the bank
    onboarding   text       references onboardings,
    registration text,
    started_at  timestamptz,
    -- after a fault of ours
    tries       int         not null default 0,
    next_at     timestamptz,
    changed_at  timestamptz not null,
    primary key (campaign, bank)
);
create index campaign_items_planned on campaign_items (campaign, bank) where state = 'PLANNED';
create index campaign_items_started on campaign_items (campaign, started_at) where started_at is not null;
create index campaign_items_of_onboarding on campaign_items (onboarding) where onboarding is not null;
