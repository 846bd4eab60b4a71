-- Blueprints and their entities. What the portal only shows is kept as JSON text, alike on both databases.

create table blueprints (
  organization_id uuid not null,
  identifier varchar(100) not null,
  definition text not null,
  created_at timestamp(6) with time zone not null,
  created_by varchar(200) not null,
  updated_at timestamp(6) with time zone not null,
  updated_by varchar(200) not null,
  constraint blueprints_pk primary key (organization_id, identifier),
  constraint blueprints_organization foreign key (organization_id) references organizations on delete cascade
);

create table entities (
  organization_id uuid not null,
  blueprint varchar(100) not null,
  -- SHA-256 of the identifier, which itself may be longer than an index entry.
  identifier_digest varchar(64) not null,
  identifier varchar(1000) not null,
  title varchar(1000),
  icon varchar(100),
  -- JSON: each team as it was sent, and the identifier of the team that it meant then.
  teams text not null,
  properties text not null,
  relations text not null,
  created_at timestamp(6) with time zone not null,
  created_by varchar(200) not null,
  updated_at timestamp(6) with time zone not null,
  updated_by varchar(200) not null,
  constraint entities_pk primary key (organization_id, blueprint, identifier_digest),
  constraint entities_blueprint foreign key (organization_id, blueprint) references blueprints on delete cascade
);
