create table tasks (
    id           text        primary key,
    onboarding   text        not null references onboardings,
    leg          text,
    kind         text        not null,
    bank         text        not null,
    title        text        not null,
    question     text        not null,
    instructions text,
    detail       text,
    evidence     bigint[]    not null default '{}',
    state        text        not null,
    assignee     text,
    -- the place in the engine that waits for it; null where no process waits
    handle       text,
    created_at   timestamptz not null default now(),
    due_at       timestamptz,
    completed_at timestamptz,
    completed_by text,
    outcome      text,
    note         text
);
create unique index tasks_by_handle on tasks (handle) where handle is not null;
create index tasks_open on tasks (created_at, id) where state = 'OPEN';
create index tasks_of_onboarding on tasks (onboarding, created_at);
create index tasks_of_assignee on tasks (assignee, created_at) where state = 'OPEN';
