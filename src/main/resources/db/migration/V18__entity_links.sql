-- What entities' relations say, once more and the other way round: who depends on an entity is found by its target.

create table entity_links (
  organization_id uuid not null,
  blueprint varchar(100) not null,
  identifier_digest varchar(64) not null,
  relation varchar(100) not null,
  target_blueprint varchar(100) not null,
  target_digest varchar(64) not null,
  constraint entity_links_pk primary key (organization_id, blueprint, identifier_digest, relation, target_digest),
  constraint entity_links_entity foreign key (organization_id, blueprint, identifier_digest)
    references entities on delete cascade on update cascade
);

create index entity_links_target on entity_links (organization_id, target_blueprint, target_digest);

-- A renamed blueprint takes its entities along.
alter table entities drop constraint entities_blueprint;
alter table entities add constraint entities_blueprint foreign key (organization_id, blueprint)
  references blueprints on delete cascade on update cascade;

-- Deletions of all entities of a blueprint, which Port's clients ask after by their number.
create table blueprint_migrations (
  organization_id uuid not null,
  migration_id uuid not null,
  blueprint varchar(100) not null,
  delete_blueprint boolean not null,
  deleted_entities integer not null,
  actor_id varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  constraint blueprint_migrations_pk primary key (organization_id, migration_id),
  constraint blueprint_migrations_organization foreign key (organization_id) references organizations on delete cascade
);
