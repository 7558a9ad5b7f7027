-- Who wants to be told by mail of what, and how far events were looked through for them.
create table notice_preferences (
    name        text   primary key,
    address     text,
    at_once     text[] not null default '{}',
    daily       text[] not null default '{}',
    -- when the digest of a day is written, by the clocks of this zone
    hour        int    not null default 8 check (hour between 0 and 23),
    zone        text   not null default 'Europe/Brussels',
    position    bigint not null,
    -- the day of which the last digest was
    last_digest date
);

-- the address is seen and changed with the user
create function count_user_change() returns trigger language plpgsql as $$
begin
    update users set version = version + 1 where name = new.name;
    return null;
end
$$;
create trigger notice_address_given after insert on notice_preferences for each row execute function count_user_change();
create trigger notice_address_changed after update of address on notice_preferences for each row when (old.address is distinct from new.address) execute function count_user_change();

-- What waits to be put into a mail.
create table notice_pending (
    name  text        not null,
    event bigint      not null,
    at    timestamptz not null,
    daily boolean     not null,
    line  text        not null,
    page  text        not null,
    primary key (name, event)
);

create table notice_mails (
    id        text        primary key,
    name      text        not null,
    address   text        not null,
    subject   text        not null,
    body      text        not null,
    -- WAITING, SENT, DEAD
    state     text        not null,
    tries     int         not null default 0,
    next_at   timestamptz,
    note      text,
    made_at   timestamptz not null,
    sent_at   timestamptz
);
create index notice_mails_due on notice_mails (next_at) where state = 'WAITING';
create index notice_mails_of_user on notice_mails (name, made_at desc);
create index notice_mails_by_age on notice_mails (made_at);
