-- The public half of the key that signs what is handed out; the private half is in the vault under the id of the key.
create table handout_keys (
    purpose text        primary key,
    kid     text        not null,
    jwk     text        not null,
    made_at timestamptz not null
);
