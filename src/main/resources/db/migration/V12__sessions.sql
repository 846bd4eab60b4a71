-- Who is signed in. A row is a session; one that was ended is deleted, and one whose person, connection or time no
-- longer allows it is simply not in the view below.

create table sign_in_sessions (
  organization_id uuid not null,
  session_id uuid not null,
  user_id uuid not null,
  connection_id uuid not null,
  -- The person's when they signed in; once the person's is another, the session is over.
  credential_epoch bigint not null,
  -- The identity provider's name for its own session (`sid`), by which it says that that one is over.
  provider_session varchar(256),
  started_at timestamp(6) with time zone not null,
  -- The last request, to the minute.
  seen_at timestamp(6) with time zone not null,
  constraint sign_in_sessions_pk primary key (organization_id, session_id),
  constraint sign_in_sessions_user foreign key (organization_id, user_id) references users on delete cascade
);

create index sign_in_sessions_by_user on sign_in_sessions (organization_id, user_id, started_at, session_id);
create index sign_in_sessions_by_connection
  on sign_in_sessions (organization_id, connection_id, started_at, session_id);
create index sign_in_sessions_by_provider_session
  on sign_in_sessions (organization_id, connection_id, provider_session);

-- The sessions that stand now: the one place that says what a session needs besides its row.
create view live_sessions as
select s.organization_id, s.session_id, s.user_id, s.connection_id, s.credential_epoch, s.provider_session,
       s.started_at, s.seen_at, s.started_at + c.session_max_seconds * interval '1' second as ends_at
from sign_in_sessions s
join users u
  on u.organization_id = s.organization_id and u.user_id = s.user_id and u.connection_id = s.connection_id
 and u.status = 'ACTIVE' and u.credential_epoch = s.credential_epoch
join connections c
  on c.organization_id = s.organization_id and c.connection_id = s.connection_id
 and c.enabled and c.deleted_at is null
where s.started_at + c.session_max_seconds * interval '1' second > clock_timestamp()
  and s.seen_at + c.session_idle_seconds * interval '1' second > clock_timestamp();

-- Signed tokens of identity providers that count once: logout tokens and those of token revocation. Each is forgotten
-- when it would be too old to be accepted anyway.
create table spent_tokens (
  organization_id uuid not null,
  connection_id uuid not null,
  -- Of the token's `jti`, which may be anything.
  token_hash varchar(64) not null,
  -- The provider's session that the token ended, so that a sign-in of that session which is still under way opens none.
  provider_session varchar(256),
  forget_at timestamp(6) with time zone not null,
  constraint spent_tokens_pk primary key (organization_id, connection_id, token_hash),
  constraint spent_tokens_organization foreign key (organization_id) references organizations on delete cascade
);

-- Identity providers call an address that names nothing but the connection.
create index connections_by_id_alone on connections (connection_id);
