-- Links to identity providers, and the SCIM tokens with which they push.

create table connections (
  organization_id uuid not null,
  connection_id uuid not null,
  name varchar(64) not null,
  -- The name while the connection exists, null once it is deleted: a deleted one's name is free again.
  name_in_use varchar(64),
  issuer varchar(500) not null,
  client_id varchar(256) not null,
  sealed_client_secret text,
  scopes varchar(1000) not null,
  application varchar(200),
  groups_claim varchar(256) not null,
  claim_separator varchar(10),
  claim_covers boolean not null,
  absent_claim varchar(10) not null,
  filter_type varchar(20) not null,
  filter_value varchar(512) not null,
  except_type varchar(20),
  except_value varchar(512),
  dialect varchar(10) not null,
  provisioning varchar(20) not null,
  enabled boolean not null,
  session_idle_seconds bigint not null,
  session_max_seconds bigint not null,
  -- Raised by every change; what is cached about a connection is cached under it.
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  updated_at timestamp(6) with time zone not null,
  deleted_at timestamp(6) with time zone,
  constraint connections_pk primary key (organization_id, connection_id),
  constraint connections_name unique (organization_id, name_in_use),
  constraint connections_organization foreign key (organization_id) references organizations on delete cascade
);

create table scim_tokens (
  organization_id uuid not null,
  scim_token_id uuid not null,
  connection_id uuid not null,
  -- The public half of the token finds the row, the hash of the whole proves it.
  selector varchar(32) not null,
  token_hash varchar(64) not null,
  description varchar(200),
  expires_at timestamp(6) with time zone,
  revoked_at timestamp(6) with time zone,
  last_used_at timestamp(6) with time zone,
  created_at timestamp(6) with time zone not null,
  constraint scim_tokens_pk primary key (organization_id, scim_token_id),
  constraint scim_tokens_selector unique (selector),
  constraint scim_tokens_connection foreign key (organization_id, connection_id)
    references connections on delete cascade
);

create index scim_tokens_by_connection on scim_tokens (organization_id, connection_id);
