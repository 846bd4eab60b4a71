-- Tenants and what acts in them. organization_id comes first in every key; the two look-ups that start from a
-- credential (a client id, a token's selector) are the ones from which the organization comes out.

create table organizations (
  organization_id uuid not null,
  name varchar(100) not null,
  region varchar(2) not null,
  created_at timestamp(6) with time zone not null,
  constraint organizations_pk primary key (organization_id),
  constraint organizations_name unique (name),
  constraint organizations_region check (region in ('eu', 'us'))
);

create table api_clients (
  organization_id uuid not null,
  client_id varchar(200) not null,
  secret_hash varchar(200) not null,
  operator boolean not null,
  -- Raised when the secret changes; access tokens of an older epoch are refused.
  credential_epoch bigint not null,
  -- The live access token is signed again from these, so that a client has one token until it expires.
  token_issued_at timestamp(6) with time zone,
  created_at timestamp(6) with time zone not null,
  constraint api_clients_pk primary key (organization_id, client_id),
  constraint api_clients_client unique (client_id),
  constraint api_clients_organization foreign key (organization_id) references organizations on delete cascade
);

-- Of the deployment, not of a tenant. Private keys are sealed under the master key.
create table signing_keys (
  generation integer not null,
  key_id varchar(64) not null,
  sealed_key text not null,
  created_at timestamp(6) with time zone not null,
  constraint signing_keys_pk primary key (generation)
);
