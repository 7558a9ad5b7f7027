-- Which node does what only one may do. A lease that is over may be taken by any.
create table leases (
    name   text        primary key,
    holder text        not null,
    until  timestamptz not null
);
