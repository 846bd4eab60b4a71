-- API clients become apps: with a name, scopes, a switch, and a secret that can be rotated without a gap.
alter table api_clients add column client_name varchar(100) default 'API client' not null;
alter table api_clients add column enabled boolean default true not null;
-- The scopes to which it is limited, a space between two; null for one that may call every route.
alter table api_clients add column scopes text;
-- The secret before the last rotation, with the live token of its epoch (the present one less 1), until when both count.
alter table api_clients add column former_secret_hash varchar(200);
alter table api_clients add column former_until timestamp(6) with time zone;
alter table api_clients add column former_token_issued_at timestamp(6) with time zone;
-- The secret that the settings named when it was last taken over from there: only another one is taken over again, so
-- that a rotation is not undone by the next start.
alter table api_clients add column configured_hash varchar(200);
-- Whose credentials they are, where they are a user's: a person's own, or a service account's.
alter table api_clients add column user_id uuid;
alter table api_clients add column updated_at timestamp(6) with time zone;

update api_clients set updated_at = created_at;
alter table api_clients alter column updated_at set not null;

alter table api_clients add constraint api_clients_of_user unique (organization_id, user_id);
alter table api_clients add constraint api_clients_user
  foreign key (organization_id, user_id) references users on delete cascade;

-- From when a key signs. It is published before, and accepted until what the one before it has signed is over.
alter table signing_keys add column signs_from timestamp(6) with time zone;

update signing_keys set signs_from = created_at;
alter table signing_keys alter column signs_from set not null;
