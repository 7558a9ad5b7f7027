create table tasks (
    version bigint not null default 0,
    id              text        primary key,
    onboarding      text        not null references onboardings,
    leg             text,
    kind            text        not null,
    -- why a person is needed, as the leg's outcome names it; null where no leg asks
    reason          text,
    -- whose onboarding it is of, and where: here as well, so that lists read nothing else
    tpp             text        not null,
    bank            text        not null,
    environment     text        not null,
    environment_kind text       not null,
    title           text        not null,
    question        text        not null,
    instructions    text,
    detail          text,
    evidence        bigint[]    not null default '{}',
    state           text        not null,
    -- which of our people it is for
    candidate_group text        not null,
    assignee        text,
    -- the place in the engine that waits for it; null where no process waits
    handle          text,
    created_at      timestamptz not null default now(),
    due_at          timestamptz,
    -- not shown among what is to be done before then
    follow_up_at    timestamptz,
    completed_at    timestamptz,
    completed_by    text,
    outcome         text,
    note            text
);
create trigger tasks_changed before update on tasks for each row execute function count_change();
create unique index tasks_by_handle on tasks (handle) where handle is not null;
create index tasks_open on tasks (created_at, id) where state = 'OPEN';
create index tasks_open_by_due on tasks (due_at, id) include (assignee, candidate_group, follow_up_at) where state = 'OPEN';
create index tasks_of_onboarding on tasks (onboarding, created_at);
-- The lists of people, the most urgent first; what has no due date comes last. What else is looked at is in the index, so that counting reads it alone.
create index tasks_open_in_order on tasks (coalesce(due_at, timestamptz '9999-01-01T00:00:00Z'), id) where state = 'OPEN';
create index tasks_open_of_group on tasks (candidate_group, coalesce(due_at, timestamptz '9999-01-01T00:00:00Z'), id) include (follow_up_at) where state = 'OPEN';
create index tasks_open_of_tpp on tasks (tpp, coalesce(due_at, timestamptz '9999-01-01T00:00:00Z'), id) include (due_at, assignee, candidate_group, follow_up_at) where state = 'OPEN';
create index tasks_open_of_bank on tasks (bank, coalesce(due_at, timestamptz '9999-01-01T00:00:00Z'), id) where state = 'OPEN';
create index tasks_of_assignee on tasks (assignee, coalesce(due_at, timestamptz '9999-01-01T00:00:00Z'), id) include (follow_up_at) where state = 'OPEN';
create index tasks_of_nobody on tasks (coalesce(due_at, timestamptz '9999-01-01T00:00:00Z'), id) include (follow_up_at) where state = 'OPEN' and assignee is null;
create index tasks_put_off on tasks (follow_up_at) where state = 'OPEN' and follow_up_at is not null;
create index tasks_latest on tasks (created_at desc, id desc);

-- Who did what with a task, and when; rows are only ever added.
create table task_events (
    id     bigint      generated always as identity primary key,
    task   text        not null references tasks,
    at     timestamptz not null,
    actor  text        not null,
    what   text        not null,
    detail text
);
create index task_events_of_task on task_events (task, id);

create table task_comments (
    id   bigint      generated always as identity primary key,
    task text        not null references tasks,
    at   timestamptz not null,
    author text      not null,
    text text        not null
);
create index task_comments_of_task on task_comments (task, id);

-- The bodies are evidence, so that the journal holds their hashes and the retention rule erases them.
create table task_attachments (
    id         bigint      generated always as identity primary key,
    task       text        not null references tasks,
    at         timestamptz not null,
    author     text        not null,
    name       text        not null,
    evidence   bigint      not null
);
create index task_attachments_of_task on task_attachments (task, id);

-- Whom we talked to at the bank, and what was promised.
create table task_contacts (
    id           bigint      generated always as identity primary key,
    task         text        not null references tasks,
    at           timestamptz not null,
    author       text        not null,
    kind         text        not null,
    person       text,
    said         text        not null,
    promised     text,
    promised_for date
);
create index task_contacts_of_task on task_contacts (task, id);

-- For which expiry of which portal account people were asked to renew it.
create table account_tasks (
    tpp         text        not null,
    portal      text        not null,
    environment text        not null,
    expires_at  timestamptz not null,
    task        text        not null references tasks,
    primary key (tpp, portal, environment, expires_at)
);

create table task_group_members (
    name   text not null,
    member text not null,
    primary key (member, name)
);

-- What our people add to what the playbook of a bank says: notes, people there, documents. Nothing of it is ever sent.
create table bank_notes (
    id     bigint      generated always as identity primary key,
    bank   text        not null,
    at     timestamptz not null,
    author text        not null,
    text   text        not null
);
create index bank_notes_of_bank on bank_notes (bank, id);

create table bank_contacts (
    id     bigint      generated always as identity primary key,
    bank   text        not null,
    at     timestamptz not null,
    author text        not null,
    role   text        not null,
    name   text,
    e_mail text,
    phone  text,
    url    text
);
create index bank_contacts_of_bank on bank_contacts (bank, id);

-- No evidence: these are kept until somebody takes them away.
create table bank_documents (
    id         bigint      generated always as identity primary key,
    bank       text        not null,
    at         timestamptz not null,
    author     text        not null,
    name       text        not null,
    media_type text        not null,
    size       bigint      not null,
    content    bytea       not null
);
create index bank_documents_of_bank on bank_documents (bank, id);
