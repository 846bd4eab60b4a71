-- Signing in through a browser.

-- A browser from a tile comes with a connection's id and nothing else.
create unique index connections_by_id on connections (connection_id);

-- Sign-ins that came back from the provider: each comes back once. Kept for as long as one could come back.
create table spent_states (
  organization_id uuid not null,
  state_hash varchar(43) not null,
  spent_at timestamp(6) with time zone not null,
  constraint spent_states_pk primary key (organization_id, state_hash),
  constraint spent_states_organization foreign key (organization_id) references organizations on delete cascade
);

create index spent_states_by_time on spent_states (organization_id, spent_at);

-- Codes that applications redeem for a person's access token. Only their hashes are kept.
create table authorization_codes (
  organization_id uuid not null,
  code_hash varchar(43) not null,
  client_id varchar(64) not null,
  redirect_uri varchar(2000) not null,
  -- S256 of the verifier that redeems it.
  challenge varchar(43) not null,
  session_id uuid not null,
  expires_at timestamp(6) with time zone not null,
  spent_at timestamp(6) with time zone,
  constraint authorization_codes_pk primary key (organization_id, code_hash),
  constraint authorization_codes_organization
    foreign key (organization_id) references organizations on delete cascade
);

create index authorization_codes_by_time on authorization_codes (organization_id, expires_at);

-- Spring Session's own tables, as it wants them: what a browser's cookie stands for. They hold identifiers alone; who is
-- signed in says sign_in_sessions.
create table browser_sessions (
  primary_id char(36) not null,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100),
  constraint browser_sessions_pk primary key (primary_id)
);

create unique index browser_sessions_by_id on browser_sessions (session_id);
create index browser_sessions_by_expiry on browser_sessions (expiry_time);
create index browser_sessions_by_principal on browser_sessions (principal_name);

create table browser_sessions_attributes (
  session_primary_id char(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  constraint browser_sessions_attributes_pk primary key (session_primary_id, attribute_name),
  constraint browser_sessions_attributes_fk
    foreign key (session_primary_id) references browser_sessions (primary_id) on delete cascade
);
